from collections import namedtuple
Point = namedtuple('Point', 'x y')
Colour = namedtuple('Colour', ['r', 'g', 'b'], defaults=[0, 0])
p = Point(1, 2)
print(p, p.x, p[1], *p, p._asdict(), p._replace(y=5), Point._fields, Colour(5), Colour._field_defaults, Point(x=3, y=4))
print(p == (1, 2), p < Point(1, 3), hash(p) == hash((1, 2)), isinstance(p, tuple), len(p), p + (3,), list(map(sum, [p, Point(3, 4)])), max([Point(1, 9), Point(2, 0)]))
x, y = p
print(x, y, {p: 'v'}[(1, 2)], Point._make('ab'), sorted([Colour(3), Colour(1)]), p.count(1), p.index(2), Point.__name__, Point.__doc__)
class Circle(namedtuple('Circle', 'centre radius')):
    @property
    def area(self): return round(3.14159 * self.radius ** 2, 2)
    def grow(self, n): return self._replace(radius=self.radius + n)
c = Circle(Point(0, 0), 2)
print(c, c.area, c.grow(1), c.centre.x)
for bad in (lambda: Point(1), lambda: Point(1, 2, 3), lambda: p._replace(z=1), lambda: namedtuple('X', 'a a'), lambda: namedtuple('X', 'class'), lambda: namedtuple('X', '_a'), lambda: Point._make([1]), lambda: p.z):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
print(namedtuple('R', 'a class a', rename=True)._fields)
