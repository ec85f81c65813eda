import numpy as np
np.random.seed(42)
print(np.random.rand(3), np.random.randn(3), np.random.rand(2, 2), np.random.randint(0, 10, 5), np.random.randint(5), np.random.random(), np.random.uniform(1, 2, 2), np.random.normal(0, 1, 2), np.random.permutation(5), np.random.choice([1, 2, 3]))
np.random.seed(0)
x = np.arange(6)
np.random.shuffle(x)
print(x, np.random.choice(5, 3), np.random.rand())
rng = np.random.default_rng(42)
print(rng.random(3), rng.integers(0, 10, 5))
