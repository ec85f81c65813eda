import itertools as it
print(list(it.accumulate([1, 5, 2], lambda a, b: a * b)), list(it.batched('abc', 2)) if hasattr(it, 'batched') else [('a', 'b'), ('c',)], list(it.islice(it.count(), 2, 8, 3)), [''.join(p) for p in it.product('ab', 'xy')], [''.join(c) for c in it.combinations('abcd', 3)], len(list(it.permutations('abcd'))))
for k, g in it.groupby(sorted(['bb', 'a', 'cc', 'd'], key=len), key=len): print(k, list(g))
pairs = it.pairwise([1, 4, 9])
print([b - a for a, b in pairs], list(it.zip_longest([1], [2, 3])), list(it.chain([1], (2,), '3')), list(it.repeat(0, 3)), list(it.starmap(max, [(1, 2), (4, 3)])), list(it.compress(range(5), [1, 0, 1])))
