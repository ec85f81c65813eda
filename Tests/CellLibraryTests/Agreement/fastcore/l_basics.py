from fastcore.all import L

def show(*values):
    """What an L looks like differs between versions of fastcore; what is in it does not."""
    print(*[f'L{list(v)}' if isinstance(v, L) else repr(v) for v in values])

l = L(1, 2, 3)
show(l, len(l), l[0], l[-1], l[1:], list(l), L(), L(None), L([1, 2]), L('abc'), L(range(3)), L((1, 2)), L([[1, 2]]))
show(l[[0, 2]], l[True, False, True], l + [4], [0] + l, l * 2, l == [1, 2, 3], l == L(1, 2, 3), l != [1], 2 in l, 9 in l, bool(L()), bool(l))
show(L.range(3), L.range(2, 8, 2), L([3, 1, 2]).sorted(), L('b', 'a').sorted(reverse=True), L(1, 2, 2, 1).unique(), L(3, 4).enumerate())
m = L(1, 2)
m.append(3)
m[0] = 10
m += [4]
show(m, m.index(3), m.count(4), m.copy(), m.copy() is m)
m.remove(4)
show(m, sum(m), max(m), sorted(m, reverse=True), [x * 2 for x in m])
a, *b = L(1, 2, 3)
show(a, b, tuple(L(1, 2)), L(0), L(True), L(1, [2, 3], 'x'), L([None, 'a', 1.5]), L(L(1, 2)), len(L(L(1), L(2))))
for bad in ('L(1)[5]', 'L(1).index(9)', 'L(1).nothing', 'hash(L(1))'):
    try:
        show(eval(bad))
    except Exception as error:
        print(bad, type(error).__name__)
