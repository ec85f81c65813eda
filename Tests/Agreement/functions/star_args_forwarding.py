def log(f):
    def w(*a, **k):
        r = f(*a, **k)
        print(f.__name__, a, k, '->', r)
        return r
    return w
@log
def area(w, h=1): return w * h
area(2), area(2, 3), area(h=4, w=5)
def apply(f, *args, times=1, **kw): return [f(*args, **kw) for _ in range(times)]
print(apply(max, 1, 5, times=2), apply(dict, times=1, a=1), apply(sorted, [2, 1], reverse=True))
