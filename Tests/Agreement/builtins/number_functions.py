print(abs(-5), abs(-2.5), abs(True), round(3.14159, 3), round(2.5), round(-0.5), round(1e20), round(7), round(1.005, 2), round(1234, -2), pow(2, 3), pow(2.0, -1), pow(5, 3, 7), divmod(-7, 2), divmod(7.5, 2))
print(sum([1, 2.5]), sum([], 5), sum([[1], [2]], []), sum((0.1,) * 10), max(1, 2.5), min('b', 'a'), max([[1], [2, 0]]), max('a', 'b', key=ord), min([], default='none'), max(range(5), key=lambda x: -x), sum(x * x for x in range(5)))
print(bin(10)[2:].zfill(8), int(bin(10), 2), hex(255)[2:], oct(8), chr(65), ord('A'), chr(128038), ord('🐦'), float(5), int('7'), bool('False'))
print(1 == 1.0, 1 is 1, 3 / 2, 3 // 2, -3 // 2, 3 % -2, 2 ** 10, 2 ** 0.5, 1e3, 5e-1, 10 / 5, 7 // 2.0, float('1e-3'), .1 + .2, 1 / 3, 100 * 1.1, 3 * 0.1, 1 - 0.9)
