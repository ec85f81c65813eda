from fractions import Fraction as F
print(F(3, 4), F(6, 8), F('0.25'), F('3/7'), F(0.5), F(1.1).limit_denominator(100), F(-3, 6), F(3, -6), repr(F(1, 3)), F(5), F('1e-2'))
a, b = F(1, 2), F(1, 3)
print(a + b, a - b, a * b, a / b, a ** 2, a ** -1, -a, abs(F(-1, 2)), a // b, a % b, divmod(F(7, 2), 1), a + 1, 1 - a, a * 0.5, 2 / a, a ** 0.5)
print(a > b, a == 0.5, a == F(2, 4), hash(F(1, 2)) == hash(0.5), float(a), int(F(7, 2)), round(F(7, 2)), round(F(22, 7), 2), a.numerator, a.denominator, sum([a, b, F(1, 6)]), max(a, b), sorted([F(1, 2), F(1, 3), 0.4]))
import math
print(math.floor(F(-7, 2)), math.ceil(F(7, 2)), math.trunc(F(-7, 2)), bool(F(0)), F(math.pi).limit_denominator(1000), f'{a}', str(F(4, 2)))
for bad in (lambda: F(1, 0), lambda: F('x'), lambda: F(1) / 0, lambda: F([]), lambda: F(1, 2) + 'a'):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
