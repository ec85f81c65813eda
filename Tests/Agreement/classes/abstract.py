from abc import ABC, abstractmethod

class Shape(ABC):
    def __init__(self, name):
        self.name = name

    @abstractmethod
    def area(self):
        """The area."""

    @property
    @abstractmethod
    def sides(self):
        ...

    def describe(self):
        return f'{self.name}: {self.area():.2f} with {self.sides} sides'

class Square(Shape):
    def __init__(self, side):
        super().__init__('square')
        self.side = side

    def area(self):
        return self.side ** 2

    @property
    def sides(self):
        return 4

class Half(Shape):
    def area(self):
        return 0

print(Square(3).describe())
for cls in (Shape, Half):
    try:
        cls('x')
    except TypeError as error:
        print(error)
print(issubclass(Square, Shape), sorted(Shape.__abstractmethods__), Square.__abstractmethods__)
