class Point:
    def __init__(self, x=0, y=0): self.x, self.y = x, y
    def __repr__(self): return f"Point({self.x}, {self.y})"
    def __add__(self, o): return Point(self.x + o.x, self.y + o.y)
    def __eq__(self, o): return (self.x, self.y) == (o.x, o.y)
p = Point(1, 2)
Point.norm = lambda self: (self.x ** 2 + self.y ** 2) ** 0.5
print(p + Point(2, 2), Point(3, 4).norm(), p == Point(1, 2), sum([p, p], Point()), vars(p))
