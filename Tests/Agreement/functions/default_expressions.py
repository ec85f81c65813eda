import math
def circle(r, pi=math.pi, digits=2): return round(pi * r * r, digits)
print(circle(1), circle(1, 3), circle(1, digits=4))
def log(message, prefix='> ', *, end=''): return f'{prefix}{message}{end}'
print(log('a'), log('b', '# '), log('c', end='!'))
base = 10
def to_base(n, base=base): return n * base
base = 2
print(to_base(3), to_base(3, base))
