a, k = {'x': 1}, 'dyn'
print({k: 1, f'{k}2': 2, 1 + 1: 'two', (1, 2): 't', None: 0}, {**a, 'x': 2}, {'x': 2, **a}, {i: str(i) * i for i in range(3)}, {k.upper(): v for k, v in a.items()})
print({True: 'a', 1: 'b', 1.0: 'c'}, {'a': 1}.get('b', {}).get('c'), {}.get('x') is None, 'x' in a and a['x'], len({**{}, **{}}), dict(**a, y=2), a | {'z': 3}, {1: 'a'} == {1.0: 'a'})
