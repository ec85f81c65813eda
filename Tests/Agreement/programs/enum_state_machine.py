from enum import Enum, auto
class Light(Enum):
    GREEN = auto()
    YELLOW = auto()
    RED = auto()
    @property
    def next(self): return {Light.GREEN: Light.YELLOW, Light.YELLOW: Light.RED, Light.RED: Light.GREEN}[self]
    @classmethod
    def parse(cls, text):
        try:
            return cls[text.upper()]
        except KeyError:
            raise ValueError(f'{text!r} is no light; choose from {", ".join(m.name.lower() for m in cls)}') from None
light = Light.parse('green')
for _ in range(4):
    print(light.name, light.value, end=' -> ')
    light = light.next
print(light)
try:
    Light.parse('blue')
except ValueError as error:
    print(error)
print({m.name: m.value for m in Light}, Light.RED in [Light.RED], Light(2) is Light.YELLOW)
