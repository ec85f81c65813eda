a, b = {'x': 1, 'y': 2}, {'y': 2, 'x': 1}
print(a == b, list(a) == list(b), a | {'x': 9}, {**a, **{'z': 3}}, a.items() == b.items(), dict(a) is a, {1: 'a'} == {1.0: 'a'}, {} == {}, a != {'x': 1}, a.keys() & b.keys() == {'x', 'y'}, {'a': [1]} == {'a': [1]}, sorted(a.items() ^ {('x', 1), ('q', 0)}))
