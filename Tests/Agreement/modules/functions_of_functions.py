from functools import partial, reduce, lru_cache, cache, wraps, cmp_to_key
power = partial(pow, exp=2); print(power(5), partial(int, base=2)('101'), partial(print, 'a', sep='-')('b'))
add3 = partial(lambda a, b, c: (a, b, c), 1); print(add3(2, 3), add3.args, add3.keywords, partial(add3, 2)(9))
print(reduce(lambda a, b: a * b, range(1, 6)), reduce(lambda a, b: a + b, [[1], [2]], []), reduce(max, [3, 9, 2]))
calls = []
@lru_cache(maxsize=2)
def square(n):
    "Squares."
    calls.append(n)
    return n * n
print([square(n) for n in (1, 2, 1, 3, 2, 1)], calls, square.cache_info(), square.__name__, square.__doc__)
square.cache_clear(); print(square.cache_info())
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info().hits)
def loud(f):
    @wraps(f)
    def inner(*args, **kwargs): return f(*args, **kwargs) + '!'
    return inner
@loud
def greet(name):
    "Greets."
    return 'hello ' + name
print(greet('x'), greet.__name__, greet.__doc__, greet.__wrapped__('y'))
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
class Shape:
    def __init__(self): self.count = 0
    @lru_cache
    def area(self, n):
        self.count += 1
        return n * 2
s = Shape(); print(s.area(2), s.area(2), s.count)
for call in [lambda: reduce(max, []), lambda: partial(5), lambda: square([])]:
    try: call()
    except TypeError as error: print(error)
