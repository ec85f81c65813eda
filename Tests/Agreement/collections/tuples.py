t = (1, 2, 3)
print(t, t[0], t[-1], t[1:], len(t), 2 in t, t.index(3), t.count(1), t + (4,), t * 2, (), (1,), 1 in ())
print(t == (1, 2, 3), t < (1, 2, 4), hash(t) == hash((1, 2, 3)), {t: 'key'}[(1, 2, 3)], tuple(), tuple('ab'), tuple(x for x in t))
a = 1, 2; b, c = a; print(a, b, c, (a, b), ((1, 2), 3)[0][1])
try: t[0] = 5
except TypeError as error: print(error)
try: del t[0]
except TypeError as error: print(error)
try: t.append(1)
except AttributeError as error: print(error)
nested = ([1], 'x'); nested[0].append(2); print(nested)
def swap(a, b): return b, a
print(swap(1, 2), *swap('a', 'b'), [x + y for x, y in [(1, 2), (3, 4)]], sorted([(2, 'a'), (1, 'b')]), max((1, 9), (2, 0)))
print(tuple(reversed(t)), sum(t), t[::-1], t[::2], (*t, *'ab'), isinstance(t, tuple), bool(()), str((1, 'a', (2,))), min(t), all(t))
