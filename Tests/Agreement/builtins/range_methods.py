r = range(2, 20, 3)
print(r, list(r), len(r), r[1], r[-1], r[1:3], 5 in r, 6 in r, r.index(8), r.count(5), r.start, r.stop, r.step, range(0) == range(2, 1), range(3) == range(0, 3, 1), hash(range(3)) == hash(range(0, 3)))
print(list(range(5, 0, -2)), list(reversed(range(4))), range(10)[::-1], list(range(-3, 3)), sum(range(1, 101)), min(range(3, 9)), bool(range(0)), bool(range(1)), range(10 ** 20)[5], len(range(0, 10 ** 9, 7)), 10 ** 15 in range(10 ** 20))
for bad in (lambda: range(1.5), lambda: range(1, 2, 0), lambda: range('a'), lambda: range(3)[3], lambda: range(3).index(9), lambda: range(1, 2, 3, 4)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
print(isinstance(range(3), range), type(range(1)).__name__, repr(range(1, 5)), [i for i in range(10) if i in range(0, 10, 4)])
