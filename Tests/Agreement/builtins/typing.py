def describe(value):
    kinds = [(bool, 'bool'), (int, 'int'), (float, 'float'), (str, 'str'), (list, 'list'), (tuple, 'tuple'), (dict, 'dict'), (set, 'set'), (type(None), 'None')]
    for kind, name in kinds:
        if isinstance(value, kind): return name
    return 'other'
print([describe(v) for v in (True, 1, 1.5, 'a', [], (), {}, set(), None, len)])
print(int('5') + float('1.5'), str(5) + 'a', list('ab') + [1], tuple([1]) + (2,), bool([]) or 'empty', set('aab') == {'a', 'b'})
print(list(map(int, '1 2 3'.split())), list(map(float, ['1', '2.5'])), [*map(str, (1, None, True))], dict([[1, 2], (3, 4)]))
print(str(), int(), float(), list(), tuple(), dict(), set(), bool(), bytes(), repr(''), frozenset())
print(type(1) == type(2), type('a')('b'), type([1])((1, 2)), [t(5) for t in (str, float, bool)], int.__mro__[-1].__name__)
print(str(1.0), str(1e20), repr('a\'b"c'), str(['a', "b'c"]), str({'a': [1, (2,)]}), str((1,)), str({1}), str(frozenset({1})), str(range(3)), repr([None, True, 1.5]))
nested = [1]; nested.append(nested); print(nested)
d = {}; d['self'] = d; print(d)
print(1 .__class__.__name__, 'a'.__class__, [].__len__(), (1).__str__(), 'ab'.__contains__('a'), [1, 2].__getitem__(0), {}.__class__.__name__)
