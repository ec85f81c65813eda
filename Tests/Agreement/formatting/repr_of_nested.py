print([1, 'a', (2.0, None), {'k': [True, b'x']}, {1}, frozenset(), range(2), slice(1, 2), ..., int, print, [[]], ((),), {'a': {'b': {}}}, 'it\'s "q"', '\n\t\\', 'é', '\x00', -0.0, 1e20, float('inf')])
print(str([1, 'a']), repr('a'), str('a'), f'{["x"]}', '%s' % ['x'], ascii(['é']), str({'é': 'ü'}), repr(('a',)), str(()), str(set()))
