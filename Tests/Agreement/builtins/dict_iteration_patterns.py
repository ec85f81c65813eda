d = {'b': 2, 'a': 1, 'c': 3}
for k in d: print(k, end=' ')
for k, v in sorted(d.items()): print(k, v, end=' ')
for i, (k, v) in enumerate(d.items(), 1): print(i, k, v, end=' ')
print()
print(min(d, key=d.get), [k for k in d if d[k] > 1], {v: k for k, v in d.items()}, sum(d.values()), list(map(d.get, 'abz')), [*d], dict(sorted(d.items(), key=lambda i: i[1], reverse=True)))
for k in list(d):
    if d[k] == 2: del d[k]
print(d, d.pop('zzz', 'default'), d.setdefault('new', []), d)
