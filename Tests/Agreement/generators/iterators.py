it = iter([1, 2, 3])
print(next(it), list(it), next(it, 'end'))
print(list(iter('ab')), list(iter({'a': 1})), sorted(iter({3, 1})), list(iter((1,))), list(iter(range(2))))
z = zip('abc', [1, 2])
print(next(z), list(z), list(zip()), list(zip('ab')))
e = enumerate('ab', start=5)
print(next(e), list(e))
m = map(lambda x: x + 1, [1, 2])
print(next(m), list(m), list(map(max, [1, 5], [3, 2], [2, 9])))
f = filter(lambda x: x % 2, range(6))
print(next(f), list(f))
r = reversed([1, 2, 3])
print(next(r), list(r), list(reversed('ab')), list(reversed(range(3))), list(reversed((1, 2))), list(reversed({'a': 1, 'b': 2})))
values = iter([1, 2, 0, 3])
print(list(iter(lambda: next(values), 0)))
d = {'a': 1, 'b': 2}
print(list(d.keys()), list(d.values()), list(d.items()), list(iter(d.items())))
try:
    for k in d: d[k + 'x'] = 1
except RuntimeError as error: print(error)
a, b = iter('xy'); print(a, b)
for bad in (lambda: iter(5), lambda: next([1]), lambda: list(5), lambda: [*None], lambda: reversed({1}), lambda: zip(1)):
    try: print(bad())
    except TypeError as error: print(error)
