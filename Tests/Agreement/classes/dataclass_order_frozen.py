from dataclasses import dataclass, FrozenInstanceError

@dataclass(order=True)
class Version:
    major: int
    minor: int = 0

    def __str__(self):
        return f'{self.major}.{self.minor}'

versions = [Version(1, 2), Version(0, 9), Version(1)]
print(sorted(versions), max(versions), str(Version(3, 1)))
print(Version(1) < Version(1, 1), Version(2) >= Version(2))
try:
    Version(1) < (1, 0)
except TypeError as error:
    print(error)

@dataclass(frozen=True)
class Point:
    x: int
    y: int

p = Point(1, 2)
try:
    p.x = 5
except FrozenInstanceError as error:
    print(type(error).__name__, error)
print({p: 'here'}[Point(1, 2)], hash(p) == hash(Point(1, 2)))
