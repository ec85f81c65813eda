class Celsius(float):
    def __new__(cls, value, unit='C'):
        if unit == 'F':
            value = (value - 32) * 5 / 9
        return super().__new__(cls, value)

    def __repr__(self):
        return f'{float(self):.1f}°C'

print(Celsius(20), Celsius(68, 'F'), Celsius(10) + 5, type(Celsius(1) + 1).__name__)

class Upper(str):
    def __new__(cls, text):
        return super().__new__(cls, text.upper())

u = Upper('bird')
print(u, len(u), u + 's', isinstance(u, str), u.lower(), type(u).__name__)

class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    @property
    def total(self):
        return self[0] + self[1]

p = Pair(3, 4)
print(p, p.total, len(p), p == (3, 4))
a, b = p
print(a, b)

class Counted:
    count = 0
    def __new__(cls):
        cls.count += 1
        return object.__new__(cls)
Counted(); Counted()
print(Counted.count)
