a, b = 1, 2
a, b = b, a
print(a, b)
first, *rest = [1, 2, 3]; print(first, rest)
*start, last = 'abc'; print(start, last)
a, *middle, z = range(6); print(a, middle, z)
(a, b), [c, *d] = (1, 2), (3, 4, 5); print(a, b, c, d)
a, (b, (c,)) = 1, (2, (3,)); print(a, b, c)
[a, b] = {'x': 1, 'y': 2}; print(a, b)
*a, = range(3); print(a)
a, *b = [1]; print(a, b)
print([*range(3), *'ab', *[]], (*[1], 2), {*[1, 1, 2]} == {1, 2}, {**{'a': 1}, 'b': 2, **{'a': 3}})
print(*[1, 2], *'ab', sep='-')
x = y = []; x.append(1); print(y)
i = 0
values = [0, 0, 0]
i, values[i] = 1, 'at one'; print(i, values)
d = {}
d['a'], d['b'] = d['c'] = 1, 2; print(d)
for k, (v, *w) in {'a': (1, 2, 3)}.items(): print(k, v, w)
for bad in ('a, b = 1, 2, 3', 'a, b = [1]', 'a, *b, c = [1]', 'a, b = 5'):
    try:
        if bad[0:6] == 'a, b =' and bad.endswith('3'): a, b = 1, 2, 3
        elif bad.endswith('= [1]') and '*' not in bad: a, b = [1]
        elif '*' in bad: a, *b, c = [1]
        else: a, b = 5
    except (ValueError, TypeError) as error: print(type(error).__name__, error)
