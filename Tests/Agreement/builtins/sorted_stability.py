data = [('b', 2), ('a', 2), ('c', 1), ('a', 1)]
print(sorted(data), sorted(data, key=lambda p: p[1]), sorted(data, key=lambda p: p[0]), sorted(data, key=lambda p: p[1], reverse=True), sorted(sorted(data, key=lambda p: p[0]), key=lambda p: p[1]))
print(sorted('bAcB', key=str.lower), sorted([3, -1, 2], key=abs, reverse=True), sorted(['10', '9', '2']), sorted([[3], [1, 2], []]), sorted([(1, [2]), (1, [1])]), sorted([0.5, True, 0]), sorted({}), sorted(''))
