a = [3, 1, 2]
a.append(4); a.extend([5, 6]); a.extend('ab'); a.insert(0, 'first'); a.insert(100, 'last'); a.insert(-1, 'near')
print(a, a.pop(), a.pop(0), a.index(2), a.count(1), len(a))
a = [x for x in a if isinstance(x, int)]
a.sort(); print(a); a.reverse(); print(a); a.remove(6); b = a.copy(); b.clear(); print(a, b)
print([1, 2] + [3], [0] * 3, [[]] * 2, [1, 2] * 0, [1, 2, 3] == [1, 2, 3], [1, [2, [3]]], list('abc'), list(range(3)), list({'a': 1}), [1, 2, 3].index(3, 1), [1, 2] < [2], 2 in [1, 2])
grid = [[0] * 3 for _ in range(2)]
grid[0][1] = 5
shared = [[0] * 2] * 2
shared[0][0] = 1
print(grid, shared)
a = [1, 2, 3, 4, 5]
a[1:3] = [20]
a[len(a):] = [6]
a[:0] = [0]
print(a, a[-2:], a[::2], list(reversed(a)), sorted(a, reverse=True), sum(a), min(a), max(a))
a.append(a)
print(a, len(a))
it = iter([1, 2, 3])
print(next(it), list(it), [*it], list(enumerate('ab', start=1)), list(zip([1, 2], 'ab', (True, False))), any([]), list(map(lambda x, y: x + y, [1, 2], [10, 20])))
