import numpy as np
a = np.arange(12).reshape(3, 4)
print(a[0], a[-1], a[0, 1], a[:, 1], a[1:], a[:2, 1:3], a[a > 5], a[[0, 2]], a[..., 0], a[None].shape, a[::2], a[[0, 1], [1, 2]])
b = a.copy()
b[0] = 0; b[1, 2] = 99; b[b > 50] = -1
print(b, a, b[np.array([0, 2])])
for row in a: print(row, row.sum())
try:
    a[5]
except IndexError as error:
    print(error)
try:
    np.array([1, 2]) + np.array([1, 2, 3])
except ValueError as error:
    print(error)
try:
    if np.array([1, 2]): pass
except ValueError as error:
    print(error)
