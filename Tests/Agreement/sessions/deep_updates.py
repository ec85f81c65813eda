config = {"a": {"x": 1}, "b": [1, 2]}
def merge(d, e):
    for k, v in e.items():
        if isinstance(v, dict) and isinstance(d.get(k), dict): merge(d[k], v)
        else: d[k] = v
    return d
print(merge(config, {"a": {"y": 2}, "b": [3], "c": None}), config["a"])
