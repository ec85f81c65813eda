def f(): "doc"
g = f
def outer():
    def inner(): pass
    return inner
class A:
    def m(self): pass
print(f.__name__, g.__name__, outer().__name__, outer().__qualname__, A.m.__qualname__, A().m.__name__, (lambda: 0).__qualname__, f.__doc__, len.__name__, str.upper.__name__, A.__qualname__, [].append.__name__)
f.__name__ = 'renamed'
print(g.__name__, f.__qualname__, f.__module__)
