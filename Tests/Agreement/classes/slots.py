class Point:
    __slots__ = ('x', 'y')

    def __init__(self, x, y):
        self.x = x
        self.y = y

p = Point(1, 2)
p.x = 5
print(p.x, p.y)
try:
    p.z = 3
except AttributeError as error:
    print(error)
print(hasattr(p, '__dict__'), Point.__slots__)

class Loose(Point):
    pass

q = Loose(3, 4)
q.z = 9
print(q.x, q.z)
