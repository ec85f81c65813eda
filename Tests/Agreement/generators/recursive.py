def walk(tree, depth=0):
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield depth, key
            yield from walk(value, depth + 1)
    elif isinstance(tree, list):
        for item in tree: yield from walk(item, depth)
    else:
        yield depth, tree
tree = {'root': {'a': [1, 2, {'deep': 3}], 'b': {}}, 'other': 'leaf'}
for depth, item in walk(tree): print('  ' * depth + str(item))
def permutations(items):
    if not items: yield []
    for i, x in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]): yield [x, *rest]
print([''.join(p) for p in permutations('abc')])
def subsets(items):
    if items:
        first, *rest = items
        for s in subsets(rest):
            yield s
            yield [first] + s
    else: yield []
print(sorted(subsets([1, 2, 3])))
def queens(n, placed=()):
    if len(placed) == n: yield placed
    else:
        for c in range(n):
            if all(c != q and abs(c - q) != len(placed) - r for r, q in enumerate(placed)):
                yield from queens(n, placed + (c,))
print(next(queens(6)), len(list(queens(6))), sum(1 for _ in queens(5)))
