class V:
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return f'V({self.x}, {self.y})'
    def __add__(self, o): return V(self.x + o.x, self.y + o.y) if isinstance(o, V) else NotImplemented
    def __radd__(self, o): return V(o + self.x, o + self.y)
    def __sub__(self, o): return V(self.x - o.x, self.y - o.y)
    def __mul__(self, k): return V(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __matmul__(self, o): return self.x * o.x + self.y * o.y
    def __truediv__(self, k): return V(self.x / k, self.y / k)
    def __floordiv__(self, k): return V(self.x // k, self.y // k)
    def __mod__(self, k): return V(self.x % k, self.y % k)
    def __pow__(self, k): return V(self.x ** k, self.y ** k)
    def __neg__(self): return V(-self.x, -self.y)
    def __pos__(self): return self
    def __abs__(self): return (self.x ** 2 + self.y ** 2) ** .5
    def __invert__(self): return V(self.y, self.x)
    def __and__(self, o): return 'and'
    def __or__(self, o): return 'or'
    def __xor__(self, o): return 'xor'
    def __lshift__(self, n): return f'<<{n}'
    def __rshift__(self, n): return f'>>{n}'
    def __iadd__(self, o):
        self.x += o.x; self.y += o.y
        return self
    def __eq__(self, o): return isinstance(o, V) and (self.x, self.y) == (o.x, o.y)
    def __lt__(self, o): return abs(self) < abs(o)
    def __hash__(self): return hash((self.x, self.y))
    def __bool__(self): return self.x != 0 or self.y != 0
a, b = V(3, 4), V(1, 2)
print(a + b, a - b, a * 2, 2 * a, a @ b, a / 2, a // 2, a % 2, a ** 2, -a, +a, abs(a), ~a)
print(a & b, a | b, a ^ b, a << 1, a >> 2, 5 + a, sum([a, b]))
c = a; c += b; print(a, c is a)
c *= 2; print(c, c is a)
print(a == V(4, 6), a != b, b < a, a > b, sorted([a, b]), bool(V(0, 0)), len({V(1, 1), V(1, 1)}), {V(0, 1): 'k'}[V(0, 1)])
for bad in (lambda: a + 'x', lambda: a - 1, lambda: a <= b, lambda: b // V(1, 1), lambda: a[0], lambda: len(a), lambda: a()):
    try: print(bad())
    except (TypeError, AttributeError) as error: print(type(error).__name__, error)
