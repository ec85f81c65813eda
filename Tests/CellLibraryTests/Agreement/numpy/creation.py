import numpy as np
print(np.array([1, 2, 3]), np.array([[1, 2], [3, 4]]), np.array([1.5, 2]), np.array(3), np.array([]), np.array([True, False]))
print(repr(np.array([1, 2, 3])), repr(np.array([[1.0, 2.5]])), repr(np.array([True])), repr(np.array(3.0)), repr(np.array([])))
print(np.zeros(3), np.ones((2, 2)), np.zeros((2, 3), dtype=int), np.full((2, 2), 7), np.eye(2), np.arange(5), np.arange(2, 8, 2), np.arange(0, 1, 0.25), np.linspace(0, 1, 5))
a = np.array([[1, 2, 3], [4, 5, 6]])
print(a.shape, a.ndim, a.size, a.dtype, len(a), a.T, a.reshape(3, 2), a.ravel(), a.flatten(), a.tolist())
print(np.array([1.0]).dtype, np.array([1], dtype=np.float32).dtype, np.array(['a', 'bc']), a.astype(float), np.array([1.7]).astype(int))
print(np.stack([np.array([1, 2]), np.array([3, 4])]), np.concatenate([np.array([1, 2]), np.array([3])]), np.vstack([[1, 2], [3, 4]]), np.hstack([[1, 2], [3]]))
print(np.zeros_like(a), np.ones_like(a), np.pi, np.e, np.inf, np.nan)
