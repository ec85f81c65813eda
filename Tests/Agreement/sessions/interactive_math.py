import math
print(2 + 2, 50 - 5 * 6, (50 - 5 * 6) / 4, 8 / 5, 17 // 3, 17 % 3, 5 ** 2, 2 ** 7, 4 * 3.75 - 1)
tax, price = 12.5 / 100, 100.50
print(price * tax, price + price * tax, round(price + price * tax, 2), math.ceil(2.1), math.sqrt(2), abs(-7.25), 7.0 == 7, 1e3)
