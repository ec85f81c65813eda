from enum import Enum, IntEnum, Flag, auto, StrEnum

class Size(IntEnum):
    SMALL = 1
    LARGE = 3

print(Size.SMALL < Size.LARGE, Size.LARGE + 1, max(Size), int(Size.SMALL), f'{Size.LARGE}', [10, 20, 30, 40][Size.LARGE])
print(sorted([Size.LARGE, Size.SMALL]), Size.SMALL == 1, repr(Size(3)))

class Permission(Flag):
    READ = auto()
    WRITE = auto()
    EXECUTE = auto()
    ALL = READ | WRITE | EXECUTE

p = Permission.READ | Permission.WRITE
print(p, repr(p), Permission.READ in p, Permission.EXECUTE in p, bool(p & Permission.EXECUTE))
print(Permission.ALL, p ^ Permission.READ, ~Permission.READ, p.value)

class Level(StrEnum):
    LOW = auto()
    HIGH = 'very high'

print(Level.LOW, repr(Level.HIGH), Level.LOW == 'low', Level.HIGH.upper(), f'{Level.LOW!s:>5}')

class Colour(str, Enum):
    RED = 'red'

print(Colour.RED == 'red', Colour.RED, Colour.RED.value, Colour('red') is Colour.RED, len(Colour.RED))
