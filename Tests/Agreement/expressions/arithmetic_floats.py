import math
values = [0.1 + 0.2, 1 / 3, 2 / 3, 1e16 + 1, 1e-7, 123456789.123456789, 5e-324, 1.7976931348623157e308, -0.0, 100.0, 1e22, 1e21, 0.00001, 12345.678e10]
for v in values:
    print(v, repr(v), str(v), round(v, 2), int(v) if abs(v) < 1e18 else 'big')
print(float('inf'), -float('inf'), float('nan'), 1e308 * 10, math.inf - math.inf)
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, divmod(7.5, 2), 2 ** 0.5, 4 ** 0.5, (-8) ** 2, 1e3 == 1000, 0.1 + 0.2 == 0.3)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5678, -2), round(0.5), round(1.5), round(15, -1), round(25, -1))
print(float('1e3'), float(' -2.5 '), float('.5'), float('1_000.5'), float('Infinity'), float(10 ** 18))
print((0.1).as_integer_ratio(), (2.5).is_integer(), (4.0).is_integer(), (255.0).hex(), float.fromhex('0x1p-2'))
for bad in (lambda: float('abc'), lambda: int(float('nan')), lambda: int(float('inf')), lambda: float('') , lambda: 10.0 ** 400):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
