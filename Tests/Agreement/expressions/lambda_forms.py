add = lambda a, b=2, *args, c, **kw: (a, b, args, c, kw)
print(add(1, c=3), add(1, 5, 6, 7, c=8, d=9))
print((lambda: 42)(), (lambda x: lambda y: x + y)(1)(2), list(map(lambda p: p[0] * p[1], [(1, 2), (3, 4)])))
print(sorted(['bb', 'a', 'ccc'], key=lambda s: -len(s)), list(filter(lambda n: n % 2, range(6))))
ops = {'+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b}
print([ops[o](6, 3) for o in '+-*'])
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
compose = lambda *fs: lambda x: x if not fs else compose(*fs[:-1])(fs[-1](x))
print(compose(lambda x: x + 1, lambda x: x * 10)(5))
print((lambda x: x).__name__, (lambda *a: len(a))(1, 2, 3), (lambda **k: sorted(k))(b=1, a=2))
try:
    (lambda x: x)()
except TypeError as error:
    print(error)
