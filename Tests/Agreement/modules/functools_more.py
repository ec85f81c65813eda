import functools
calls = []
@functools.lru_cache(maxsize=2)
def square(n):
    calls.append(n)
    return n * n
print([square(n) for n in (1, 2, 1, 3, 2)], calls, square.cache_info())
square.cache_clear()
print(square.cache_info(), square.__wrapped__(5))
@functools.cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(60), functools.reduce(lambda a, b: a * 10 + b, [1, 2, 3]), functools.reduce(max, [3, 9, 2], 0))
basetwo = functools.partial(int, base=2)
print(basetwo('1010'), functools.partial(lambda *a, **k: (a, k), 1, x=2)(3, y=4), basetwo.func, basetwo.keywords)
class Cell:
    def __init__(self): self.alive = False
    def set_state(self, state): self.alive = state
    set_alive = functools.partialmethod(set_state, True)
c = Cell()
c.set_alive()
print(c.alive)
try:
    functools.reduce(lambda a, b: a, [])
except TypeError as error:
    print(error)
try:
    square([])
except TypeError as error:
    print(error)
@functools.total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __gt__(self, o): return self.n > o.n
print(V(1) < V(2), V(2) <= V(2), V(3) >= V(4))
