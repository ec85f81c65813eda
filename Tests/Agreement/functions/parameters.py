def f(a, b=2, /, c=3, *args, d, e=5, **kwargs): return a, b, c, args, d, e, kwargs
print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, e=7, g=8, a=9))
def default(items=[]):
    items.append(len(items))
    return items
print(default(), default(), default([9]))
def late(x, y=None): return y if y is not None else x * 2
print(late(1), late(1, 0), late(y=5, x=1))
def only(*, key): return key
def positional(x, /): return x
print(only(key=1), positional(2))
n = 10
def captured(value=n): return value
n = 20
print(captured(), captured(n))
for call in (lambda: f(), lambda: f(1), lambda: only(1), lambda: only(), lambda: positional(x=1), lambda: late(),
             lambda: late(1, 2, 3), lambda: late(1, z=2), lambda: late(1, x=1), lambda: only(key=1, other=2)):
    try: print(call())
    except TypeError as error: print(error)
