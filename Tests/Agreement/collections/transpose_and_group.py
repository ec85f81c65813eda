m = [[1, 2, 3], [4, 5, 6]]
print(list(zip(*m)), [list(r) for r in zip(*m)], [sum(r) for r in m], [sum(c) for c in zip(*m)], [row[::-1] for row in m[::-1]], [[m[r][c] for r in range(2)] for c in range(3)], sum(m, []), max(map(max, m)))
from itertools import groupby
words = sorted(['apple', 'bat', 'ant', 'cat', 'bear'], key=lambda w: w[0])
print({k: list(g) for k, g in groupby(words, key=lambda w: w[0])}, [(k, sum(1 for _ in g)) for k, g in groupby('aaabcc')])
