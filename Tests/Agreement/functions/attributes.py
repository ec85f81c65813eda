def f(a, b=1):
    """Doc."""
    return a
f.note = 'attached'
f.calls = 0
f.calls += 1
print(f.__name__, f.__doc__, f.note, f.calls, f.__defaults__)
def outer():
    def inner(): pass
    class Local:
        def method(self): pass
    return inner, Local
inner, Local = outer()
print(inner.__name__, inner.__qualname__, Local.__qualname__, Local.method.__qualname__)
print(f is f, f == f, callable(f), type(f).__name__, type(len).__name__, type(lambda: 0).__name__)
g = f
print(g(5), [f][0](6), {'f': f}['f'](7))
print(str(f)[:12], repr(len))
try: f.missing
except AttributeError as error: print(error)
