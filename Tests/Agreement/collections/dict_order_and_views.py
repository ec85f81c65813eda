d = {}
for k in ['z', 'a', 'm']: d[k] = len(d)
del d['a']
d['a'] = 99
print(d, list(d.items()))
d['z'] = 'updated'
print(list(d), list(d.values()))
view = d.items()
d['q'] = 0
print(len(view), ('q', 0) in view, list(view)[-1], d.keys() == {'z', 'm', 'a', 'q'}, d.keys().isdisjoint(['x']), sorted(d.keys() ^ {'z', 'new'}))
print({**{'b': 1}, **{'a': 2}}, dict([('y', 1), ('x', 2)]), {k: v for v, k in enumerate('cab')}, list({3: 0, 1: 0, 2: 0}), list(dict.fromkeys('hello')))
merged = {'a': 1, 'b': 2} | {'b': 3, 'c': 4}
print(merged, list(reversed(merged)), list(reversed(merged.values())), next(iter(merged)), merged.popitem())
nested = {'x': {'y': {'z': 1}}}
print(nested['x']['y']['z'], {k: type(v).__name__ for k, v in {'a': 1, 'b': []}.items()}, {i: {j: i * j for j in range(2)} for i in range(2)})
groups = {}
for w in ['apple', 'avocado', 'bean', 'cherry', 'corn']: groups.setdefault(w[0], []).append(w)
print(groups, {k: len(v) for k, v in groups.items()}, sorted(groups.items(), key=lambda kv: (-len(kv[1]), kv[0])))
a = {'k': [1]}
b = dict(a)
b['k'].append(2)
b['n'] = 1
print(a, b, a is b, {'a': 1} == {'a': 1.0}, {1: 1}.items() == {(1, 1)})
