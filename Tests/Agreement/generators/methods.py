class Range:
    def __init__(self, n): self.n = n
    def __iter__(self):
        for i in range(self.n): yield i
    def evens(self): return (i for i in self if i % 2 == 0)
    def pairs(self):
        for a in self:
            for b in self:
                if a < b: yield a, b
r = Range(4)
print(list(r), list(r.evens()), list(r.pairs()), 3 in r, 9 in r, sum(r), max(r), list(zip(r, r)))
def interleave(*its):
    its = [iter(i) for i in its]
    while its:
        for it in its[:]:
            try: yield next(it)
            except StopIteration: its.remove(it)
print(list(interleave('abc', [1], (x for x in 'XY'))))
gen = (yield_ for yield_ in 'ab')
print([*gen])
f = lambda: (yield)
print(list(f()), type(f()).__name__)
