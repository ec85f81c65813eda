def depth(x): return 1 + max(map(depth, x), default=0) if isinstance(x, (list, tuple)) else 0
def total(x): return sum(map(total, x)) if isinstance(x, list) else x
def paths(d, prefix=''):
    for k, v in d.items():
        if isinstance(v, dict): yield from paths(v, f'{prefix}{k}.')
        else: yield f'{prefix}{k}={v}'
print(depth([1, [2, [3]], []]), total([1, [2, [3, [4]]]]), list(paths({'a': {'b': 1, 'c': {'d': 2}}, 'e': 3})))
def deep_map(f, x): return {k: deep_map(f, v) for k, v in x.items()} if isinstance(x, dict) else [deep_map(f, v) for v in x] if isinstance(x, list) else f(x)
print(deep_map(lambda v: v * 10, {'a': [1, 2], 'b': {'c': 3}}))
