a = [1]; b = a; c = [1]
print(a is b, a is c, a == c, a is not c, None is None, (x := 5) is x)
print(type(1) is int, type(1) == int, type('') is str, type(None).__name__, type(type(1)).__name__)
print(isinstance(1, int), isinstance(True, int), isinstance(1, (str, int)), isinstance(1.0, int), issubclass(bool, int))
print(id(a) == id(b), id(a) == id(c))
t = (1, [2]); u = t
t[1].append(3); print(u)
d = {1: 'int', 1.0: 'float', True: 'bool'}; print(d)
print(hash(1) == hash(1.0) == hash(True), hash('a') == hash('a'), hash((1, 2)) == hash((1, 2)))
for bad in ([], {}, set(), [1]):
    try: hash(bad)
    except TypeError as error: print(error)
    try: {bad: 1}
    except TypeError as error: print(error)
