import numpy as np
print(np.array([1.0, 2.0]), np.array([0.1, 0.25, 3.123456789]), np.array([1e-8, 1.0]), np.array([1e10, 1.0]), np.array([np.nan, np.inf, 1]))
print(np.arange(30), np.arange(1001), np.arange(30.0) / 7)
print(np.arange(24).reshape(2, 3, 4))
print(np.arange(2000).reshape(100, 20))
print(repr(np.arange(30)), repr(np.arange(12.0).reshape(3, 4)), repr(np.array([1, 2], dtype=np.float32)), repr(np.array([1, 2], dtype=np.uint8)))
print(np.array([-1.5, 10, 100]), np.array([[1, -20], [300, 4]]), np.array([1e-5]), np.array([123456789.123]), np.array([1e16, 1.0]), np.array([0.00001, 1000.0]))
print(np.float64(1.5), repr(np.float64(1.5)), repr(np.int64(3)), np.array([1, 2])[0], repr(np.array([1.0])[0]), repr(np.mean(np.array([1, 2]))), [np.float64(0.5)])
print(f'{np.float64(3.14159):.2f} {np.array([1, 2])} {np.mean([1, 2, 4])}')
