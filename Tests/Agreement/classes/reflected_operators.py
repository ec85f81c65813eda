class N:
    def __init__(self, v): self.v = v
    def __radd__(self, o): return f'{o}+N{self.v}'
    def __rsub__(self, o): return f'{o}-N{self.v}'
    def __rmul__(self, o): return f'{o}*N{self.v}'
    def __rtruediv__(self, o): return f'{o}/N{self.v}'
    def __rpow__(self, o): return f'{o}**N{self.v}'
    def __rand__(self, o): return f'{o}&N{self.v}'
    def __rmod__(self, o): return f'{o}%N{self.v}'
    def __rlshift__(self, o): return f'{o}<<N{self.v}'
n = N(1)
print(1 + n, 2 - n, 3 * n, 4 / n, 5 ** n, 6 & n, 7 % n, 8 << n, [0] + n if False else 'x', sum([n], 5))
try:
    n + 1
except TypeError as error:
    print(error)
