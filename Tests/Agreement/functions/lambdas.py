print((lambda: 1)(), (lambda x: x * 2)(3), (lambda x, y=2, *a, k=1, **w: (x, y, a, k, w))(1, 3, 4, k=5, z=6))
print(sorted(['bb', 'a', 'ccc'], key=lambda s: -len(s)), max([1, -5, 3], key=lambda x: abs(x)))
print(list(map(lambda x, y: x + y, [1, 2], [3, 4])), list(filter(lambda x: x > 1, [1, 2, 3])))
f = lambda n: 1 if n < 2 else n * f(n - 1)
print(f(6), f.__name__)
print((lambda f: f(f))(lambda g: 'self'), [(lambda: i)() for i in range(3)])
ops = {'+': lambda a, b: a + b, '-': lambda a, b: a - b}
print(ops['+'](1, 2), ops['-'](1, 2), (lambda *a: sum(a))(1, 2, 3))
curry = lambda a: lambda b: lambda c: a + b + c
print(curry(1)(2)(3))
