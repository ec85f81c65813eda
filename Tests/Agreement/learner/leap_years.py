def leap(y): return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)
print([y for y in range(1996, 2025, 4) if leap(y)], leap(1900), leap(2000), sum(map(leap, range(1, 2001))))
