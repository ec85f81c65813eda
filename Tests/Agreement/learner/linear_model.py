xs, ys = [1, 2, 3, 4], [3, 5, 7, 9]
n = len(xs)
mx, my = sum(xs) / n, sum(ys) / n
slope = sum((x - mx) * (y - my) for x, y in zip(xs, ys)) / sum((x - mx) ** 2 for x in xs)
print(slope, my - slope * mx, [slope * x + my - slope * mx for x in (5, 6)])
error = sum((y - (slope * x + my - slope * mx)) ** 2 for x, y in zip(xs, ys))
print(error)
