r = range(2, 20, 3)
print(r, len(r), r[0], r[-1], r[1:3], r[::-1], list(r), 5 in r, 6 in r, r.index(8), r.count(8), r.start, r.stop, r.step)
print(list(range(-3, 3)), list(range(3, -3, -2)), range(0) == range(5, 5), bool(range(0)), range(3) == range(0, 3, 1), hash(range(3)) == hash(range(3)))
print(sum(range(101)), max(range(5)), min(range(5, 0, -1)), list(reversed(range(0, 10, 4))), sorted(range(3), reverse=True))
print(range(10 ** 20)[10 ** 19], len(range(0, 10 ** 15, 7)), 10 ** 18 in range(10 ** 20), range(0, 10 ** 30, 10 ** 29)[3])
for i in range(0, 10 ** 12, 10 ** 11):
    if i > 3 * 10 ** 11: break
    print(i)
a, *b = range(4); print(a, b, [*range(2)], tuple(range(3)), set(range(3)) == {0, 1, 2}, dict(zip('ab', range(2))))
try: range(5)[5]
except IndexError as error: print(error)
try: range(1.5)
except TypeError as error: print(error)
try: range(3)[0] = 1
except TypeError as error: print(error)
