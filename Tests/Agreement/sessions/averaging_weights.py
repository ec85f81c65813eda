a, b = {"w": [1.0, 2.0], "b": 0.5}, {"w": [3.0, 6.0], "b": 1.5}
mean = {k: [(x + y) / 2 for x, y in zip(a[k], b[k])] if isinstance(a[k], list) else (a[k] + b[k]) / 2 for k in a}
print(mean, all(k in b for k in a), max(abs(x - y) for x, y in zip(a["w"], b["w"])))
