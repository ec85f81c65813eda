import math
for step in range(0, 101, 20):
    p = step / 100
    cosine = 0.5 * (1 + math.cos(math.pi * p))
    print(step, f"{0.1 * cosine:.5f}", f"{0.1 * (1 - p):.3f}", f"{0.1 * 0.5 ** (step // 30):.4f}")
