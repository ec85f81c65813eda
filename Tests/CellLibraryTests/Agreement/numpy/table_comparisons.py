import numpy as np
a = np.arange(6)
m = np.arange(12).reshape(3, 4)
f = np.array([1.5, -2.0, 3.25, 0.0])
b = np.array([True, False, True])
expressions = '''
a > 2
a == 3
a != 3
f <= 0
m == m.T.T
(a > 1) & (a < 4)
(a < 1) | (a > 4)
~(a > 2)
a == np.array([0, 1, 9, 3, 9, 5])
np.array_equal(a, a.copy())
np.allclose([1.0], [1.0 + 1e-9])
(a > 2).sum()
(a > 2).any()
(a > 2).all()
np.where(a > 2)
np.where(a > 2, a, -a)
np.maximum(a, 3)
np.minimum(f, 1)
np.clip(a, 1, 4)
np.isnan(np.array([1.0, np.nan]))
np.isinf(np.array([np.inf, 1.0]))
np.nonzero(a)
np.unique([3, 1, 3, 2])
np.unique(['b', 'a', 'b'])
bool(a.any())
3 in a
'''

for text in expressions.strip().splitlines():
    try:
        print(text, '->', repr(eval(text)))
    except Exception as error:
        print(text, '->', type(error).__name__)
