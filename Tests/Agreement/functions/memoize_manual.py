def memoize(f):
    cache = {}
    def wrapper(*args):
        if args not in cache: cache[args] = f(*args)
        return cache[args]
    wrapper.cache = cache
    return wrapper
calls = 0
@memoize
def slow(a, b):
    global calls
    calls += 1
    return a + b
print(slow(1, 2), slow(1, 2), slow(2, 1), calls, slow.cache)
@memoize
def binomial(n, k): return 1 if k in (0, n) else binomial(n - 1, k - 1) + binomial(n - 1, k)
print(binomial(20, 10), len(binomial.cache))
