import numpy as np
a, b = np.array([1, 2, 3]), np.array([4.0, 5.0, 6.0])
print(a + b, a - b, a * 2, a / 2, a // 2, a % 2, a ** 2, -a, 1 / a, 2 ** a, a @ b, np.dot(a, b), abs(-a))
print(a > 2, a == 2, a != 2, (a > 1) & (a < 3), ~(a > 1), (a > 1).sum(), (a > 1).any(), (a > 1).all())
print(np.sqrt(a), np.exp(a), np.log(b), np.sin(a), np.abs(-a), np.round(b / 7, 2), np.floor(b / 7), np.clip(a, 1, 2), np.maximum(a, 2), np.where(a > 1, a, 0))
m = np.array([[1, 2], [3, 4]])
print(m @ m, m * m, m + np.array([10, 20]), m.T, m.sum(), m.sum(axis=0), m.sum(axis=1), m.mean(), m.mean(axis=0), m.std(), m.var(), m.min(), m.max(axis=1), m.argmax(), m.argmax(axis=1), m.argmin(), m.cumsum(), m.prod())
print(np.mean(m), np.sum(m, axis=0), np.median(a), np.std(a), np.argmax(a), np.argsort(np.array([3, 1, 2])), np.sort(np.array([3, 1, 2])), np.unique(np.array([1, 1, 2])), np.percentile(a, 50), np.quantile(a, 0.25))
print(np.allclose(a, a + 1e-9), np.array_equal(a, a), np.isnan(np.array([1, np.nan])), int(a[0]), float(b[0]), a.item(0), np.array(5).item())
a += 1
print(a, sum(a), max(a), list(a), [x for x in b])
