from enum import Enum

class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH = (5.976e+24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def surface_gravity(self):
        return 6.67300E-11 * self.mass / (self.radius * self.radius)

for planet in Planet:
    print(planet.name, planet.value, round(planet.surface_gravity, 2))
print(Planet.EARTH.mass, Planet((3.303e+23, 2.4397e6)))

Animal = Enum('Animal', 'ANT BEE CAT')
print(list(Animal), Animal.BEE.value, Animal.__members__['CAT'])

class Shape(Enum):
    SQUARE = 2
    DIAMOND = 1
    ALIAS_FOR_SQUARE = 2

print(Shape.ALIAS_FOR_SQUARE, [s.name for s in Shape], list(Shape.__members__))
class Ordered(Enum):
    A = 'a'
    def __lt__(self, other): return self.value < other.value
    B = 'b'
print(sorted([Ordered.B, Ordered.A]))
