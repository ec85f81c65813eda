def log(function):
    def wrapper(*args, **kwargs):
        print('call', function.__name__, args, kwargs)
        return function(*args, **kwargs)
    return wrapper
def repeat(times):
    print('making', times)
    def decorator(function):
        print('decorating', function.__name__)
        def wrapper(*args):
            return [function(*args) for _ in range(times)]
        return wrapper
    return decorator
@log
def add(a, b=1): return a + b
print(add(1), add(1, b=5))
@log
@repeat(2)
def hello(name): return 'hello ' + name
print(hello('bird'))
registry = {}
def register(name):
    return lambda f: registry.setdefault(name, f)
@register('double')
def double(x): return x * 2
print(registry['double'](4), double(3))
@lambda f: f()
def value(): return 'called at once'
print(value)
class Count:
    def __init__(self, f): self.f, self.calls = f, 0
    def __call__(self, *a):
        self.calls += 1
        return self.f(*a)
@Count
def square(x): return x * x
print(square(3), square(4), square.calls)
from functools import wraps, partial, reduce, lru_cache
def keep(f):
    @wraps(f)
    def inner(*a): return f(*a)
    return inner
@keep
def documented():
    'its text'
print(documented.__name__, documented.__doc__)
print(partial(pow, 2)(5), partial(int, base=2)('101'), reduce(lambda a, b: a * b, [1, 2, 3, 4]))
@lru_cache(maxsize=None)
def slow(n): return n if n < 2 else slow(n - 1) + slow(n - 2)
print(slow(60))
