def f(a, b, c=3, d=4): return (a, b, c, d)
print(f(1, 2), f(b=1, a=2), f(1, d=9, b=5), f(*(1,), **{'b': 2, 'd': 8}), f(1, 2, *[7]))
def g(**kw): return list(kw)
print(g(z=1, a=2, m=3), g(**{'y': 1}, x=2))
def order(n): print('eval', n); return n
def h(a, b=0, *c, d=0): return a, b, c, d
print(h(order(1), *[order(2)], d=order(3)))
