def first(it, default=None): return next(iter(it), default)
def flatten(x): return [z for y in x for z in (flatten(y) if isinstance(y, (list, tuple)) else [y])]
def chunk(x, n): return [x[i:i + n] for i in range(0, len(x), n)]
def invert(d): return {v: k for k, v in d.items()}
def compact(x): return [i for i in x if i]
def pluck(ds, *keys): return [tuple(d.get(k) for k in keys) for d in ds]
print(first([]), first('ab'), flatten([1, [2, (3,)]]), chunk('abcde', 2), invert({'a': 1}), compact([0, 1, '', 'x']), pluck([{'a': 1, 'b': 2}, {'a': 3}], 'a', 'b'))
