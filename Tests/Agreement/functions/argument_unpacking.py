def area(w, h): return w * h
sizes = [(1, 2), (3, 4)]
print([area(*s) for s in sizes], area(**{'w': 5, 'h': 6}), max(*[1, 5, 3]), '{}-{}'.format(*'ab'), dict(**{'a': 1}))
print(*map(lambda p: area(*p), sizes), sep=', ')
def first(a, *_, z=None): return a, z
print(first(*range(5)), first(*'xyz', z='end'), list(zip(*sizes)), [*zip('ab', [1, 2])])
