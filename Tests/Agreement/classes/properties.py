class Circle:
    def __init__(self, r): self._r = r
    @property
    def r(self):
        """The radius."""
        return self._r
    @r.setter
    def r(self, value):
        if value < 0: raise ValueError('negative radius')
        self._r = value
    @r.deleter
    def r(self): self._r = None
    @property
    def area(self): return 3 * self.r ** 2
    @classmethod
    def unit(cls): return cls(1)
    @staticmethod
    def name(): return 'circle'
c = Circle(2)
print(c.r, c.area, Circle.unit().r, c.name(), Circle.name(), c.unit().area)
c.r = 3; print(c.area)
try: c.r = -1
except ValueError as error: print(error, c.r)
try: c.area = 5
except AttributeError as error: print('AttributeError')
del c.r; print(c.r)
class Sub(Circle):
    @property
    def area(self): return super().area * 10
    @classmethod
    def unit(cls): return super().unit()
print(Sub(1).area, type(Sub.unit()).__name__, Circle.r.__doc__)
