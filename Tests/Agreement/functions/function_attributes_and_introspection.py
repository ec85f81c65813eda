import inspect
def f(a, b: int = 2, *args: str, c, d=4, **kw) -> bool:
    """Doc of f."""
    return True
f.version = 3
print(f.__name__, f.__doc__, f.version, f.__dict__, f.__module__, f.__defaults__, f.__kwdefaults__)
print(inspect.signature(f))
for name, p in inspect.signature(f).parameters.items():
    print(name, p.kind, p.default is p.empty, p.annotation if p.annotation is p.empty else p.annotation.__name__)
class A:
    def m(self, x=1): "method doc"
    @classmethod
    def c(cls, y): pass
    @staticmethod
    def s(z): pass
    def __init__(self, q): pass
print(inspect.signature(A.m), inspect.signature(A(1).m), inspect.signature(A.c), inspect.signature(A.s), inspect.signature(A))
print(inspect.isfunction(f), inspect.ismethod(A(1).m), inspect.isclass(A), inspect.isgeneratorfunction(f), inspect.isbuiltin(len), inspect.getdoc(A.m))
b = inspect.signature(f).bind(1, 2, 3, c=5, z=6)
print(b.arguments, b.args, b.kwargs)
b = inspect.signature(lambda x, y=2: 0).bind(1)
b.apply_defaults()
print(b.arguments)
try:
    inspect.signature(f).bind(1)
except TypeError as error:
    print(error)
print(A(1).m.__self__.__class__.__name__, A(1).m.__func__ is A.m, A.m.__qualname__)
