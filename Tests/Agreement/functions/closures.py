def counter(start=0):
    count = start
    def step(by=1):
        nonlocal count
        count += by
        return count
    def reset():
        nonlocal count
        count = start
    return step, reset
step, reset = counter(10)
print(step(), step(5), reset(), step())
other, _ = counter()
print(other(), step())
def adders(): return [lambda x: x + n for n in range(3)]
print([f(10) for f in adders()])
def bound(): return [lambda x, n=n: x + n for n in range(3)]
print([f(10) for f in bound()])
def outer(x):
    def middle():
        def inner():
            nonlocal x
            x += 1
            return x
        return inner
    return middle()
inner = outer(5)
print(inner(), inner())
def compose(*functions):
    def composed(x):
        for function in functions: x = function(x)
        return x
    return composed
print(compose(lambda x: x + 1, lambda x: x * 2, str)(3))
def fib():
    cache = {}
    def go(n):
        if n not in cache: cache[n] = n if n < 2 else go(n - 1) + go(n - 2)
        return cache[n]
    return go
print(fib()(80))
def unset():
    def inner(): return value
    try: inner()
    except NameError as error: print(error)
    value = 1
    return inner()
print(unset())
