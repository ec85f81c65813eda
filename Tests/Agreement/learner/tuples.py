point = (3, 4)
x, y = point
print(x, y, point[0], len(point), point + (5,), (x ** 2 + y ** 2) ** 0.5)
def min_max(items): return min(items), max(items)
low, high = min_max([3, 1, 2])
print(low, high, min_max("hello"))
for n, (a, b) in enumerate([(1, 2), (3, 4)]): print(n, a + b)
