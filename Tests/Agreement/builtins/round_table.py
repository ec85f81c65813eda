for v in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1.005, 1e16, 123.456, -123.456, 0.1 + 0.2, 5e-5):
    print(v, round(v), round(v, 1), round(v, 2), round(v, -1), round(v, 0))
for n in (0, 5, 15, 25, -15, 1234, 10 ** 20 + 5):
    print(n, round(n), round(n, 1), round(n, -1), round(n, -2))
