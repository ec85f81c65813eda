a, b = 1, 2
a, b = b, a
print(a, b)
first, *rest = 'hello'
*start, last = (1, 2, 3)
x, (y, *z), w = 1, (2, 3, 4), 5
print(first, rest, start, last, x, y, z, w)
[p, q] = {3: 'a', 4: 'b'}
print(p, q)
(m,) = [9]
print(m)
for i, (k, v) in enumerate({'a': 1, 'b': 2}.items()):
    print(i, k, v)
print([*range(3), *'ab'], (*[1], *(2,)), {*[1, 1, 2]}, {**{'a': 1}, 'b': 2, **{'a': 3}})
def f(*args, **kwargs): return args, kwargs
print(f(*[1, 2], 3, *'x', a=1, **{'b': 2}, **{'c': 3}))
for bad in ('a, b = 1', 'a, b = [1]', 'a, b = 1, 2, 3', 'a, *b, c = [1]', 'a, b = None', 'f(**{1: 2})', 'f(*5)', 'f(a=1, **{"a": 2})', '[*1]', '{**[1]}'):
    try:
        exec(bad)
    except Exception as error:
        print(type(error).__name__, error)
