class Temperature:
    def __init__(self, celsius=0):
        self.celsius = celsius

    @property
    def celsius(self):
        """Degrees Celsius."""
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value < -273.15:
            raise ValueError('below absolute zero')
        self._celsius = value

    @property
    def fahrenheit(self):
        return self._celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self.celsius = (value - 32) * 5 / 9

    @celsius.deleter
    def celsius(self):
        self._celsius = 0

t = Temperature(25)
print(t.fahrenheit)
t.fahrenheit = 32
print(t.celsius, Temperature.celsius.__doc__)
try:
    t.celsius = -300
except ValueError as error:
    print(error)
del t.celsius
print(t.celsius)

class ReadOnly:
    @property
    def x(self): return 1
r = ReadOnly()
try:
    r.x = 2
except AttributeError as error:
    print(error)
try:
    del r.x
except AttributeError as error:
    print(error)
