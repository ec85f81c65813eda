class Poly:
    def __init__(self, *c):
        self.c = list(c)
        while len(self.c) > 1 and self.c[-1] == 0: self.c.pop()
    def __call__(self, x):
        result = 0
        for c in reversed(self.c): result = result * x + c
        return result
    def __add__(self, o):
        n = max(len(self.c), len(o.c))
        pad = lambda c: c + [0] * (n - len(c))
        return Poly(*map(sum, zip(pad(self.c), pad(o.c))))
    def __mul__(self, o):
        out = [0] * (len(self.c) + len(o.c) - 1)
        for i, a in enumerate(self.c):
            for j, b in enumerate(o.c): out[i + j] += a * b
        return Poly(*out)
    def diff(self): return Poly(*[i * c for i, c in enumerate(self.c)][1:] or [0])
    def __str__(self):
        terms = []
        for i, c in reversed(list(enumerate(self.c))):
            if c: terms.append(f'{c:+d}' + ('' if i == 0 else 'x' if i == 1 else f'x^{i}'))
        return ' '.join(terms) or '0'
p, q = Poly(1, 2, 3), Poly(-1, 1)
print(p, '|', q, '|', p + q, '|', p * q, '|', p.diff(), '|', q * q * q, '|', Poly(0), '|', p(2), q(1), (p * q)(3) == p(3) * q(3))
