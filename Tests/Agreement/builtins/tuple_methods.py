t = (1, 'a', [2])
print(t, t[0], t[-1], t + (3,), t * 2, len(t), 'a' in t, t.index('a'), t.count(1), (), (1,), tuple('ab'), tuple([1]), (1, 2) == (1, 2), (1, 2) < (1, 3), hash((1, 2)) == hash((1, 2)))
t[2].append(5)
print(t, t[1:], t[::-1])
a, (b, c) = 1, (2, 3)
print(a, b, c, (lambda *x: x)(1), max((3, 1), (2, 9)), sorted([(2, 'b'), (1, 'z')]), dict([(1, 2)]), ((1, 2), 3)[0][1], *(4, 5))
for bad in (lambda: t.append(1), lambda: t[9], lambda: hash(t), lambda: t + [1], lambda: t.index(99)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
try:
    t[0] = 5
except TypeError as error:
    print(error)
try:
    del t[0]
except TypeError as error:
    print(error)
