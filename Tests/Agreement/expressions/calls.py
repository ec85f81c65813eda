def f(*args, **kwargs): return args, kwargs
print(f(), f(1), f(1, 2, a=3), f(*[1, 2], *'ab'), f(**{'x': 1}, y=2), f(0, *[1], 2, k=3, **{'z': 4}))
print(f(x for x in range(3))[0][0].__class__.__name__)
def g(a, b=2, *c, d, e=5, **h): return a, b, c, d, e, h
print(g(1, d=4), g(1, 2, 3, d=4), g(d=1, a=2), g(1, 2, 3, 4, d=5, e=6, x=7), g(*range(5), d=0, **{'e': 1, 'w': 2}))
def order(label):
    print('eval', label)
    return label
f(order('a'), *[order('b')], k=order('c'), **{'m': order('d')})
order('callee') and f(order(1))
print((lambda x, y=2: x + y)(1), (lambda *, k: k)(k=3), [abs, len][0](-4))
print('abc'.upper().lower().replace('a', 'b').split('c')[0])
class C:
    def __call__(self, *a): return ('called', a)
print(C()(1, 2), callable(C()), callable(C), callable(5))
def bad(): pass
for call in (lambda: g(), lambda: g(1), lambda: bad(1), lambda: bad(x=1), lambda: g(1, a=1, d=1), lambda: f(**{1: 2}),
             lambda: 5(), lambda: len(), lambda: len(1, 2), lambda: (lambda a, b: 0)(1), lambda: f(*5), lambda: f(**5)):
    try: print(call())
    except TypeError as error: print('TypeError', error)
