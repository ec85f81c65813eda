from dataclasses import dataclass, field, InitVar
from typing import ClassVar

@dataclass
class Rectangle:
    width: float
    height: float
    unit: ClassVar[str] = 'cm'
    area: float = field(init=False)
    scale: InitVar[float] = 1.0
    secret: str = field(default='x', repr=False, compare=False)

    def __post_init__(self, scale):
        self.width *= scale
        self.height *= scale
        self.area = self.width * self.height

r = Rectangle(2, 3)
print(r, r.area, r.secret, Rectangle.unit)
print(Rectangle(2, 3, 2.0), r == Rectangle(2, 3, secret='other'))

@dataclass
class Base:
    a: int
    b: int = 2

@dataclass
class Derived(Base):
    c: int = 3

print(Derived(1), Derived(1, 5, 6), Derived.__match_args__)
try:
    @dataclass
    class Bad:
        x: int = 0
        y: str
except TypeError as error:
    print(error)
try:
    @dataclass
    class Mutable:
        items: list = []
except ValueError as error:
    print(error)
