class Vec:
    def __init__(self, *items): self.items = list(items)
    def __repr__(self): return f'Vec{tuple(self.items)}'
    def __add__(self, other): return Vec(*(a + b for a, b in zip(self.items, other.items)))
    def __sub__(self, other): return Vec(*(a - b for a, b in zip(self.items, other.items)))
    def __mul__(self, k): return Vec(*(a * k for a in self.items)) if isinstance(k, (int, float)) else NotImplemented
    __rmul__ = __mul__
    def __matmul__(self, other): return sum(a * b for a, b in zip(self.items, other.items))
    def __neg__(self): return self * -1
    def __abs__(self): return sum(a * a for a in self.items) ** 0.5
    def __bool__(self): return any(self.items)
    def __iadd__(self, other):
        for i, b in enumerate(other.items): self.items[i] += b
        return self
    def __getitem__(self, i): return Vec(*self.items[i]) if isinstance(i, slice) else self.items[i]
    def __setitem__(self, i, v): self.items[i] = v
    def __len__(self): return len(self.items)
    def __contains__(self, v): return v in self.items
    def __eq__(self, other): return isinstance(other, Vec) and self.items == other.items
    def __call__(self, f): return Vec(*map(f, self.items))
    def __divmod__(self, k): return (self(lambda a: a // k), self(lambda a: a % k))
    def __round__(self, n=0): return self(lambda a: round(a, n))
    def __index__(self): return len(self.items)

v, w = Vec(1, 2, 3), Vec(4, 5, 6)
print(v + w, w - v, v * 2, 3 * v, v @ w, -v, abs(Vec(3, 4)), bool(Vec(0, 0)))
alias = v
v += w
print(alias is v, v, v[1], v[1:], len(v), 7 in v, v == Vec(5, 7, 9))
print(v(lambda a: a / 2), divmod(v, 2), round(Vec(1.25, 2.75), 1), [10, 20, 30, 40][Vec(1, 2)])
try:
    v * 'x'
except TypeError as error:
    print(error)
