from fastcore.all import L
import operator

def show(*values):
    print(*[f'L{list(v)}' if isinstance(v, L) else repr(v) for v in values])

l = L(1, 2, 3, 4)
show(l.map(lambda x: x * 2), l.map(str), l.map('x{}'), l.map({1: 'one', 2: 'two', 3: 'three', 4: 'four'}), l.filter(lambda x: x > 2), l.filter(lambda x: x > 2, negate=True))
show(l.map(operator.add, 10), L((1, 'a'), (2, 'b')).itemgot(1), L((1, 'a'), (2, 'b')).itemgot(0), L({'k': 1}, {'k': 2}).itemgot('k'))

class P:
    def __init__(self, n): self.n = n
    def __repr__(self): return f'P{self.n}'

ps = L(3, 1, 2).map(P)
show(ps, ps.attrgot('n'), ps.attrgot('zz', 0), ps.sorted('n'), ps.sorted(lambda p: -p.n), ps.attrgot('n').sorted())
show(l.reduce(operator.add), l.sum(), l.argwhere(lambda x: x % 2 == 0), l.argfirst(lambda x: x > 2), L([1, 2], [3]).concat(), L('a', 'b').zipwith([1, 2]), L([1, 2], [3, 4]).zip())
show(l.shuffle().sorted(), L(1, 2, 3).map_dict(lambda x: x * x), L(1, 2, 1).unique(sort=True), L('x', 'y', 'x').val2idx())
show(l.filter(lambda x: x % 2).map(lambda x: x + 0.5), L(['b', 'a']).map(str.upper), L(1, 2, 3).map(lambda x, y: x + y, y=5), L(ps).map(lambda p: p.n).sum())
