import functools
def trace(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        result = f(*args, **kwargs)
        print(f'{f.__name__}{args}{kwargs or ""} = {result}')
        return result
    return wrapper
def repeat(n):
    def decorate(f):
        @functools.wraps(f)
        def wrapper(*args): return [f(*args) for _ in range(n)]
        return wrapper
    return decorate
@trace
def add(a, b=1):
    """Adds."""
    return a + b
@repeat(3)
@trace
def hello(name): return f'hello {name}'
add(1); add(2, b=5)
print(hello('x'), add.__name__, add.__doc__, hello.__wrapped__.__name__)
class Count:
    def __init__(self, f):
        functools.update_wrapper(self, f)
        self.f, self.calls = f, 0
    def __call__(self, *args):
        self.calls += 1
        return self.f(*args)
@Count
def double(x): return x * 2
print(double(4), double(5), double.calls, double.__name__)
def register(registry):
    def decorate(cls):
        registry[cls.__name__] = cls
        return cls
    return decorate
found = {}
@register(found)
class Thing: pass
print(found)
@(lambda f: lambda: f() + '!')
def shout(): return 'hey'
print(shout())
@functools.lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(50), fib.cache_info())
