Point = type('Point', (), {'x': 1, 'show': lambda self: f'x={self.x}'})
p = Point(); p.x = 5
print(p.show(), Point.__name__, Point.x)
class Registry:
    classes = {}
    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        Registry.classes[cls.__name__] = cls
class A(Registry): pass
class B(Registry): pass
print(sorted(Registry.classes), Registry.classes['A'] is A)
def make(name):
    class Made:
        label = name
        def hello(self): return f'{self.label} {name}'
    return Made
X, Y = make('x'), make('y')
print(X().hello(), Y().hello(), X is not Y, X.__name__)
class Chain:
    def __init__(self): self.calls = []
    def __getattr__(self, name):
        def call(*args):
            self.calls.append((name, *args))
            return self
        return call
print(Chain().a(1).b().c(2, 3).calls)
class Single:
    instance = None
    def __new__(cls):
        if cls.instance is None: cls.instance = super().__new__(cls)
        return cls.instance
print(Single() is Single())
