t = 1, 2, 3
a, *b = t
print(t, a, b, t + (4,), t * 2, (1,), (), tuple('ab'), t[::-1], 2 in t, t < (1, 3), (1, 2) == (1.0, 2.0), len(t), max(t), sum(t), sorted(t, reverse=True), *t)
print((1, (2, (3,)))[1][1][0], (lambda: (1, 2))()[1], [x for x in (1, 2)], dict([(1, 2)]), ((1, 'a') > (1, 'A')), (0,) or 'x', () or 'empty')
