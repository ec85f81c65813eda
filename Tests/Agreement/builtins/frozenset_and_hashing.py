a = frozenset([1, 2, 3])
print(a, a | {4}, a & {1}, a - {1}, a == {1, 2, 3}, {a: 'x'}[frozenset([3, 2, 1])], hash(a) == hash(frozenset([2, 1, 3])), {frozenset('ab'), frozenset('ba')} == {frozenset('ab')}, a.union([9]), a <= {1, 2, 3, 4}, len(a), sorted(a), frozenset())
print(hash(()) == hash(()), hash('a') == hash('a'), hash(1) == hash(1.0), hash(None) == hash(None), hash((1, (2, 3))) == hash((1, (2, 3))))
