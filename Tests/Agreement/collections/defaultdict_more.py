from collections import defaultdict
d = defaultdict(list)
for k, v in [('a', 1), ('b', 2), ('a', 3)]: d[k].append(v)
print(d, d['zz'], 'zz' in d, d.get('yy'), len(d), dict(d), d.default_factory)
counts = defaultdict(int)
for ch in 'banana': counts[ch] += 1
print(dict(counts), counts['q'], sorted(counts))
tree = lambda: defaultdict(tree)
t = tree()
t['a']['b']['c'] = 1
print(t['a']['b']['c'], list(t), list(t['a']))
nested = defaultdict(lambda: defaultdict(int))
nested['x']['y'] += 5
print(nested['x']['y'], nested['x']['z'], {k: dict(v) for k, v in nested.items()})
s = defaultdict(set, {'init': {1}})
s['init'].add(2); s['new'].add(3)
print(s, s.copy() == s, s | {'k': 1}, defaultdict(None, a=1))
try:
    defaultdict(None)['x']
except KeyError as error:
    print('KeyError', error)
try:
    defaultdict(5)
except TypeError as error:
    print(error)
