import numpy as np
a = np.arange(6)
m = np.arange(12).reshape(3, 4)
f = np.array([1.5, -2.0, 3.25, 0.0])
b = np.array([True, False, True])
expressions = '''
a[0]
a[-1]
a[1:4]
a[::2]
a[::-1]
a[[0, 2, 5]]
a[a > 2]
a[a % 2 == 0]
m[1]
m[1, 2]
m[:, 1]
m[1:, 2:]
m[..., 0]
m[-1, ::-1]
m[[0, 2]]
m[[0, 2], [1, 3]]
m[:, [0, 3]]
m[m > 6]
m[b]
m[None].shape
a[:, None].shape
a[np.newaxis, :].shape
m[1][2]
m[a[1]]
f[np.array([True, False, False, True])]
m[1:2, 1:2]
a[10]
m[3]
m[0, 0, 0]
a[5:2]
m.T[1]
'''

for text in expressions.strip().splitlines():
    try:
        print(text, '->', repr(eval(text)))
    except Exception as error:
        print(text, '->', type(error).__name__)
