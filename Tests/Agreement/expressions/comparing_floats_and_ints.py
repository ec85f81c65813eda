import math
print(2 ** 53 == float(2 ** 53), 2 ** 53 + 1 == float(2 ** 53), 10 ** 400 > 1e300, 10 ** 400 == float('inf'), float('nan') < 1, 1 < float('inf'), -math.inf < -10 ** 400, 0.1 == 1 / 10, 3 == 3.0000000000000001, 1e16 == 10 ** 16, math.nan != math.nan)
