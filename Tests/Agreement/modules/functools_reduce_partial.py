from functools import reduce, partial, wraps
print(reduce(lambda a, b: a + b, range(5)), reduce(lambda a, b: f'({a}{b})', 'abc'), reduce(lambda d, kv: {**d, kv[0]: kv[1]}, [('a', 1), ('b', 2)], {}), reduce(lambda a, f: f(a), [str, len], 12345))
double = partial(lambda a, b: a * b, 2)
say = partial(print, '>', end='!\n')
say('hi')
print(double(5), list(map(partial(pow, 2), range(4))), partial(sorted, reverse=True)([1, 3, 2]), partial(double, 7)())
