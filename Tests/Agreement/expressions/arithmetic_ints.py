for a, b in [(7, 3), (-7, 3), (7, -3), (-7, -3), (0, 5), (10 ** 20, 7), (-10 ** 20, 7), (6, 3)]:
    print(a, b, a + b, a - b, a * b, a // b, a % b, divmod(a, b), a ** 2, round(a / b, 10))
    assert (a // b) * b + a % b == a
print(2 ** 0, 0 ** 0, (-2) ** 3, 2 ** -2, 10 ** 25, (-1) ** 1001, pow(3, 200, 13), pow(2, -1, 7))
for bad in (lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: 0 ** -1, lambda: divmod(1, 0), lambda: 5 % 0.0, lambda: 1.0 // 0):
    try:
        bad()
    except ZeroDivisionError as error:
        print(error)
