d = {'b': 1, 'a': 2}
d['c'] = 3
print(d, list(d), list(d.keys()), list(d.values()), list(d.items()), len(d), 'a' in d, d.get('z'), d.get('z', 0), d.pop('b'), d.pop('z', None), d)
print(d.setdefault('a', 9), d.setdefault('n', []), d, d.popitem(), d)
d.update({'x': 1}, y=2); d.update([('z', 3)])
print(d, d | {'a': 0}, {**d, 'k': 1}, dict(a=1, b=2), dict([('k', 'v')]), dict(zip('ab', [1, 2])), dict.fromkeys('abc', 0), {}.fromkeys([1]))
print(sorted(d.keys() & {'a', 'x'}), sorted(d.keys() - {'a'}), d.items() >= {('a', 2)}, sorted(d.keys() | {'q'}), d == dict(reversed(list(d.items()))), d.copy() is d)
d |= {'w': 5}
del d['w']
print(d, {1: 'a', 1.0: 'b', True: 'c'}, {(1, 2): 3}[(1, 2)], list(reversed(d)), dict(sorted(d.items(), key=lambda kv: -kv[1])), max(d, key=d.get))
keys = d.keys()
d['new'] = 0
print(keys, len(keys), 'new' in keys)
d.clear()
print(d, bool(d), str({'a': {'b': [1]}}), {k: v for k, v in [('a', 1)]}, sorted({3: 'c', 1: 'a'}), dict(a=1) == {'a': 1})
inverse = {}
for k, v in {'x': 1, 'y': 2, 'z': 1}.items(): inverse.setdefault(v, []).append(k)
print(inverse)
class Default(dict):
    def __missing__(self, key): return f'no {key}'
print(Default(a=1)['a'], Default()['q'], Default().get('q'))
d = {}
d['self'] = d
print(d)
