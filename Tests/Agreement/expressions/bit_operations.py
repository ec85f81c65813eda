a, b = 0b1100, 0b1010
print(bin(a & b), bin(a | b), bin(a ^ b), ~a, a << 3, a >> 2, -5 >> 1, -5 & 0xff, 1 << 70, -1 << 3)
print(bin(10), oct(8), hex(255), bin(-5), hex(-255), f'{5:08b}', f'{255:X}', int('1010', 2), (5).bit_length(), (5).bit_count())
flags = 0
for bit in (0, 3, 5):
    flags |= 1 << bit
print(flags, [i for i in range(8) if flags >> i & 1], flags & ~(1 << 3), flags ^ 0b1)
for bad in (lambda: 1 << -1, lambda: 1.5 & 1, lambda: ~1.0, lambda: 'a' | 1):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
print({1, 2} | {3}, {1, 2} & {2}, {1, 2} ^ {2, 3}, {1, 2} - {2}, {'a': 1} | {'b': 2})
