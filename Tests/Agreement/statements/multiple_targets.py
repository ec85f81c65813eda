a = b = [1]
c = d, e = 2, 3
(f, g), h = (4, 5), 6
[i, j], *k = [7, 8], 9, 10
print(a is b, c, d, e, f, g, h, i, j, k)
x = y = z = 0
x, y = y + 1, x + 2
print(x, y, z)
lst = [0, 0, 0]
lst[0], lst[1:] = 5, [6, 7]
print(lst)
m = n = {}
m['k'] = n
print(m is n, 'k' in n['k'])
