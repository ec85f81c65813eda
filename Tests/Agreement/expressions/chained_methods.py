print('  Hello World '.strip().lower().replace('o', '0').split('l'), 'a-b'.upper().center(9, '*')[::-1])
print([3, 1, 2].__class__.__name__.upper(), 'abc'.encode().hex().upper(), str(3.14159).split('.')[1][:2], (5).__add__(3).__str__().zfill(3))
print(sorted({'b': 2, 'a': 1}.items())[0][1], ''.join(map(str, range(5)))[::2], {'x': {'y': [1, 2]}}['x']['y'][-1])
