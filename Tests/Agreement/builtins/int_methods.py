print((10).bit_length(), (255).to_bytes(2, 'big'), (5).conjugate(), (5).real, (5).imag, (7).numerator, (7).denominator, int('ff', 16), int(3.9), int(-3.9), int('  -7 '), int(True), int('1_000'))
print(bin(5), oct(64), hex(4095), (1).__add__(2), (5).__class__.__name__, abs(-3), pow(2, 10, 1000), divmod(17, 5), 7 .bit_count(), (-7) // 2, -7 % 3, int.from_bytes(b'\xff\xfe', 'big', signed=True), (-2).to_bytes(1, 'big', signed=True))
print(10 ** 30, 2 ** 100 % 97, 123456789 ** 5, (10 ** 30) // 7, -(10 ** 30) // 7, 10 ** 30 % 7, len(str(2 ** 1000)), (2 ** 64).bit_length(), int('123456789' * 5), 10 ** 18 * 10 ** 18 == 10 ** 36)
print(1_000_000 == 10 ** 6, 0 == -0, 5 == 5.0, hash(5) == hash(5.0), 2 ** 63, -2 ** 63, 2 ** 63 - 1, sum(range(101)), round(12345, -2), round(-15, -1), int(1e20), (3).as_integer_ratio())
import math
print(math.factorial(25), math.gcd(48, 36, 120), math.lcm(4, 6), math.comb(10, 3), math.perm(5, 2), math.isqrt(10 ** 20 + 1), math.prod([1, 2, 3, 4]))
