a = [1, 2]
b = a
c = a[:]
d = [a, a]
b.append(3)
d[0].append(4)
print(a, b, c, d, a is d[1], c == [1, 2])
grid = [[0] * 2] * 2
grid[0][0] = 1
good = [[0] * 2 for _ in range(2)]
good[0][0] = 1
print(grid, good)
def change(x): x.append('changed'); x = ['new']; return x
print(change(c), c)
