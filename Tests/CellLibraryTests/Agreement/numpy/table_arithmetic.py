import numpy as np
a = np.arange(6)
m = np.arange(12).reshape(3, 4)
f = np.array([1.5, -2.0, 3.25, 0.0])
b = np.array([True, False, True])
expressions = '''
a + 1
a - a
a * 2
a / 2
a // 2
a % 4
a ** 2
2 ** a
-a
1 / f[:3]
a + f[0]
m + np.array([10, 20, 30, 40])
m * np.array([[1], [2], [3]])
m - m.mean()
a @ a
np.dot(a, a)
m.dot(np.ones(4))
a + [1, 1, 1, 1, 1, 1]
m + np.array([1, 2])
np.array([1, 2]) + np.array([1.5, 2.5])
np.array([7, 8]) & 3
np.array([1, 2]) | 4
~b
b & True
b + b
abs(f)
np.int64(5) / 2
'''

for text in expressions.strip().splitlines():
    try:
        print(text, '->', repr(eval(text)))
    except Exception as error:
        print(text, '->', type(error).__name__)
