import numpy as np
a = np.arange(6)
m = np.arange(12).reshape(3, 4)
f = np.array([1.5, -2.0, 3.25, 0.0])
b = np.array([True, False, True])
expressions = '''
m.shape
m.ndim
m.size
len(m)
m.dtype
f.dtype
b.dtype
m.reshape(4, 3)
m.reshape(2, -1)
m.reshape(-1)
m.flatten()
m.ravel()
m.T
m.transpose()
m.transpose(1, 0).shape
np.expand_dims(a, 0).shape
np.squeeze(np.ones((1, 3, 1))).shape
np.concatenate([a, a])
np.concatenate([m, m], axis=1).shape
np.stack([a, a]).shape
np.stack([a, a], axis=1).shape
np.vstack([a, a])
np.hstack([a, a])
np.flip(a)
m.reshape(5, 5)
a.tolist()
m.tolist()
[int(x) for x in a]
'''

for text in expressions.strip().splitlines():
    try:
        print(text, '->', repr(eval(text)))
    except Exception as error:
        print(text, '->', type(error).__name__)
