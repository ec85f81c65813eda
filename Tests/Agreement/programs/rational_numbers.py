from math import gcd
class Rational:
    def __init__(self, n, d=1):
        if d == 0: raise ZeroDivisionError('denominator is zero')
        g = gcd(n, d) * (-1 if d < 0 else 1)
        self.n, self.d = n // g, d // g
    def __add__(self, o):
        o = o if isinstance(o, Rational) else Rational(o)
        return Rational(self.n * o.d + o.n * self.d, self.d * o.d)
    __radd__ = __add__
    def __neg__(self): return Rational(-self.n, self.d)
    def __sub__(self, o): return self + -o
    def __mul__(self, o):
        if isinstance(o, int): o = Rational(o)
        elif not isinstance(o, Rational): return NotImplemented
        return Rational(self.n * o.n, self.d * o.d)
    __rmul__ = __mul__
    def __truediv__(self, o): return self * Rational(o.d, o.n)
    def __eq__(self, o): return (self.n, self.d) == (o.n, o.d) if isinstance(o, Rational) else self.d == 1 and self.n == o
    def __lt__(self, o): return self.n * o.d < o.n * self.d
    def __float__(self): return self.n / self.d
    def __int__(self): return int(self.n / self.d)
    def __str__(self): return f'{self.n}/{self.d}' if self.d != 1 else str(self.n)
    __repr__ = __str__
    def __hash__(self): return hash((self.n, self.d))
a, b = Rational(1, 2), Rational(-3, 4)
print(a + b, a - b, a * b, a / b, -a, a + 1, 1 + a, 3 * a, a == Rational(2, 4), sorted([a, b, Rational(1)]), float(b), int(Rational(7, 2)), sum([a, a, a]), {a: 'half'}[Rational(4, 8)])
for bad in (lambda: Rational(1, 0), lambda: a * 'x', lambda: a / Rational(0)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
