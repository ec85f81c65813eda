import numpy as np
a = np.arange(6)
m = np.arange(12).reshape(3, 4)
f = np.array([1.5, -2.0, 3.25, 0.0])
b = np.array([True, False, True])
expressions = '''
np.array([1, 2, 3])
np.array([1.0, 2, 3])
np.array([[1, 2], [3, 4]])
np.array([True, False])
np.array(['a', 'bc'])
np.array(5)
np.array([])
np.zeros(3)
np.zeros((2, 2), dtype=int)
np.ones((2, 3))
np.full((2, 2), 7)
np.eye(3)
np.identity(2)
np.arange(3)
np.arange(1, 10, 3)
np.arange(0, 1, 0.25)
np.linspace(0, 1, 5)
np.zeros_like(m)
np.ones_like(f)
np.empty(0)
np.array([1, 2], dtype=float)
np.array([1.7, -1.7]).astype(int)
np.array([0, 1]).astype(bool)
a.astype(np.float32)
a.astype('float64').dtype
np.float32(1.5)
np.int64(3)
np.asarray([1, 2])
np.pi
np.inf
np.nan
'''

for text in expressions.strip().splitlines():
    try:
        print(text, '->', repr(eval(text)))
    except Exception as error:
        print(text, '->', type(error).__name__)
