def apply_all(fs, x): return [f(x) for f in fs]
print(apply_all([abs, float, str, lambda v: v * 2, type], -3))
def partition(pred, items):
    yes, no = [], []
    for i in items: (yes if pred(i) else no).append(i)
    return yes, no
print(partition(lambda n: n > 2, range(5)), partition(str.isupper, 'aBcD'))
def find(pred, items, default=None): return next(filter(pred, items), default)
print(find(lambda w: len(w) > 3, ['a', 'tree', 'house']), find(bool, [0, '']), sorted([-3, 2, -1], key=abs), list(map(lambda f: f(9), [lambda x: x, lambda x: -x])))
