def f(*, a): return a
def g(a, /): return a
def h(a, /, b, *, c): return a, b, c
print(f(a=1), g(2), h(1, 2, c=3), h(1, b=2, c=3), (lambda *, k=1: k)(), (lambda a, /: a)(5))
a, *b = 1, 2; print(*b, *[3], sep='*')
