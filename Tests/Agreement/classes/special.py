class Everything:
    def __init__(self, v): self.v = v
    def __str__(self): return f'str {self.v}'
    def __repr__(self): return f'repr {self.v}'
    def __format__(self, spec): return f'format {spec or "none"} {self.v}'
    def __len__(self): return self.v
    def __call__(self, *a, **k): return a, k
    def __int__(self): return self.v
    def __float__(self): return self.v / 2
    def __index__(self): return self.v
    def __round__(self, n=0): return f'round {n}'
    def __eq__(self, o): return self.v == getattr(o, 'v', o)
    def __hash__(self): return 7
    def __contains__(self, x): return x == self.v
    def __enter__(self): return self
    def __exit__(self, *a): return True
e = Everything(3)
print(e, repr(e), f'{e} {e!r} {e:x}', '%s %r' % (e, e), str(e), [e], '{:y} {}'.format(e, e))
print(len(e), e(1, k=2), int(e), float(e), [10, 20, 30, 40][e], range(e), round(e), round(e, 2), hash(e))
print(e == 3, e != 3, 3 == e, e in [3], 3 in e, 4 in e, {e: 'v'}[Everything(3)], bool(e), bool(Everything(0)))
with e as same: raise ValueError('swallowed')
print(same is e, 'x' * e, bin(e), hex(e))
class OnlyRepr:
    def __repr__(self): return 'R'
print(str(OnlyRepr()), f'{OnlyRepr()}', OnlyRepr())
class Ordered:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
    def __repr__(self): return str(self.v)
print(sorted([Ordered(3), Ordered(1)]), min(Ordered(2), Ordered(1)), Ordered(1) > Ordered(0), max([Ordered(1), Ordered(5)]))
class NoHash:
    def __eq__(self, o): return True
try: hash(NoHash())
except TypeError as error: print(error)
