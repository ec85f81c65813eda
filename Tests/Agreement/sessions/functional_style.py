from functools import reduce
xs = range(1, 11)
print(list(map(lambda x: x ** 2, filter(lambda x: x % 2, xs))), reduce(lambda a, b: a * b, xs), sum(map(int, "12345")), all(map(lambda x: x > 0, xs)), list(zip(xs, xs[1:]))[:2], max(map(abs, [-5, 3])))
