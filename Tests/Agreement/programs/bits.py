class BitSet:
    def __init__(self, items=()):
        self.bits = 0
        for i in items: self.add(i)
    def add(self, i): self.bits |= 1 << i
    def discard(self, i): self.bits &= ~(1 << i)
    def __contains__(self, i): return bool(self.bits >> i & 1)
    def __iter__(self):
        i, bits = 0, self.bits
        while bits:
            if bits & 1: yield i
            bits >>= 1
            i += 1
    def __len__(self): return bin(self.bits).count('1')
    def __and__(self, o): return BitSet(i for i in self if i in o)
    def __or__(self, o): return BitSet([*self, *o])
    def __repr__(self): return f'BitSet({list(self)})'
a, b = BitSet([1, 5, 100]), BitSet(range(4, 8))
a.add(3); a.discard(1); a.discard(50)
print(a, b, a & b, a | b, len(a), 100 in a, 1 in a, a.bits)
def crc(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8): crc = crc >> 1 ^ (0xEDB88320 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF
print(hex(crc(b'123456789')), [f'{n:08b}' for n in (1, 128, 255)], int('1010', 2), [n for n in range(1, 40) if n & (n - 1) == 0], f'{gray:b}' if (gray := 5 ^ 5 >> 1) else '')
