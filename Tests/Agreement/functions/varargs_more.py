def total(*numbers, scale=1): return sum(numbers) * scale
def info(**facts): return ', '.join(f'{k}={v}' for k, v in sorted(facts.items()))
def both(first, *rest, sep='-', **extra): return sep.join(map(str, [first, *rest])) + (f' {extra}' if extra else '')
print(total(), total(1, 2, 3), total(*range(5), scale=2), info(b=1, a=2), info(), both(1), both(1, 2, 3, sep='+', x=9))
def forward(*args, **kwargs): return both(*args, **kwargs)
print(forward('a', 'b', sep='/', k=1))
def pos_only(a, b, /): return a - b
print(pos_only(5, 3))
try:
    pos_only(a=5, b=3)
except TypeError as error:
    print(error)
def name_clash(a, /, **kw): return a, kw
print(name_clash(1, a=2))
def kw_only(a, *, b): return a, b
try:
    kw_only(1, 2)
except TypeError as error:
    print(error)
args, kwargs = [1, 2], {'sep': '.'}
print(both(0, *args, *'xy', **kwargs, **{'z': 1}))
print((lambda *a, **k: (a, k))(1, 2, x=3))
def unpack_in_middle(a, b, c, d): return a + b + c + d
print(unpack_in_middle(1, *[2, 3], 4), unpack_in_middle(*'ab', **{'d': 'd', 'c': 'c'}))
