print(list(enumerate('abc')), list(enumerate('ab', 5)), list(zip('ab', [1, 2, 3])), list(zip()), list(zip([1])), list(zip(*[(1, 'a'), (2, 'b')])), list(map(str, [1, 2])), list(map(max, [1, 5], [3, 2])), list(filter(lambda x: x > 1, [1, 2, 3])), list(filter(None, [0, 'a'])))
print(list(reversed('abc')), list(reversed([1, 2])), sorted([3, 1], reverse=True), sorted('ba'), list(iter([1])), next(iter('x')), next(iter([]), 'end'), list(iter(lambda it=iter([1, 2, 0, 3]): next(it), 0)))
z = zip('ab', [1, 2])
print(next(z), list(z), list(z))
e = enumerate(['x'])
print(next(e), next(e, 'done'))
m = map(lambda x: x * 2, [1, 2])
print(list(m), list(m), dict(enumerate('ab')), dict(zip('ab', range(2))), [i for i, c in enumerate('hello') if c == 'l'], sum(a * b for a, b in zip([1, 2], [3, 4])))
try:
    list(zip([1, 2], [1], strict=True))
except ValueError as error:
    print(error)
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as error:
    print(error)
print(any(x > 2 for x in [1, 2, 3]), all([]), all([1, 0]), any([]), list(zip(range(3), 'abcd', [True] * 5)), max(enumerate([3, 9, 2]), key=lambda p: p[1]), list(map(lambda *a: a, 'ab', 'cd')))
