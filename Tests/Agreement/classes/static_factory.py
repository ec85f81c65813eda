class Shape:
    registry = {}
    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        Shape.registry[cls.__name__.lower()] = cls
    @staticmethod
    def make(kind, *args): return Shape.registry[kind](*args)
class Circle(Shape):
    def __init__(self, r): self.r = r
    def area(self): return 3 * self.r ** 2
class Square(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
print(sorted(Shape.registry), Shape.make('circle', 2).area(), Shape.make('square', 3).area())
try:
    Shape.make('hexagon')
except KeyError as error:
    print('unknown', error)
