from math import sqrt, acos, degrees, isclose
class Vector(tuple):
    def __new__(cls, *xs): return super().__new__(cls, xs)
    def __add__(self, o): return Vector(*(a + b for a, b in zip(self, o)))
    def __sub__(self, o): return self + o * -1
    def __mul__(self, k): return sum(a * b for a, b in zip(self, k)) if isinstance(k, Vector) else Vector(*(a * k for a in self))
    __rmul__ = __mul__
    def __abs__(self): return sqrt(self * self)
    def unit(self): return self * (1 / abs(self))
    def angle(self, o): return degrees(acos(self * o / (abs(self) * abs(o))))
    def __repr__(self): return f'<{", ".join(f"{x:g}" for x in self)}>'
a, b = Vector(3, 4), Vector(-4, 3)
print(a + b, a - b, a * b, 2 * a, abs(a), a.unit(), a.angle(b), a == Vector(3, 4), len(a), a[0], isclose(abs(b.unit()), 1), sum([a, b], Vector(0, 0)), sorted([a, b]), hash(a) == hash((3, 4)))
