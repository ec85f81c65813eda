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
np.split(a, 3)
np.tile([1, 2], 3)
np.repeat([1, 2], 2)
np.flip(a)
np.roll(a, 2)
np.broadcast_to([1, 2], (2, 2))
np.swapaxes(m, 0, 1).shape
np.moveaxis(np.zeros((2, 3, 4)), 0, -1).shape
m.reshape(5, 5)
np.concatenate([a, m])
a.tolist()
m.tolist()
[int(x) for x in a]
np.atleast_2d(a).shape
np.pad([1, 2], 1)
'''

for text in expressions.strip().splitlines():
    try:
        value = eval(text)
        print(text, '->', str(value) if getattr(value, 'ndim', 1) == 0 else repr(value))
    except Exception as error:
        print(text, '->', type(error).__name__)
