class A:
    c = 1
    def __init__(self): self.i = 2
    def m(self): return 3
a = A()
print(vars(a), [n for n in dir(a) if n[0] != '_'], getattr(a, 'c') + getattr(a, 'i') + getattr(a, 'm')(), getattr(a, 'zz', None), hasattr(a, 'm'), callable(a.m))
a.__dict__.update(x=1, y=2)
setattr(a, 'z z', 3)
print(a.x + a.y, getattr(a, 'z z'), sorted(vars(a)))
for n in ('x', 'y'): delattr(a, n)
print(vars(a))
