a = 5
b = a
a += 1
print(a, b)
x, y, *z = range(5)
print(x, y, z)
x, y = y, x
print(x, y)
first = second = []
first.append(1)
print(second, first is second)
del x
print("x" in globals(), "y" in globals())
