print({1, 2} & {2, 3}, {1} | {2}, {1, 2} - {1}, {1} ^ {1, 2}, {x % 2 for x in range(5)}, len({1, 1, 1}), {1, 2} == {2, 1}, {1} < {1, 2}, 1 in {1}, set() == {*()}, {*'aab'} == {'a', 'b'}, frozenset({1}) == {1}, not set())
print(sorted({'b', 'a'} | set('cd')), sorted({(1, 2), (0, 3)}), {1, True, 1.0}, max({3, 1}), sum({1, 2, 3}), list({None}), {frozenset({1})} == {frozenset([1])})
