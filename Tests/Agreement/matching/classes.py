class Point:
    __match_args__ = ('x', 'y')

    def __init__(self, x, y):
        self.x = x
        self.y = y


def where(p):
    match p:
        case Point(0, 0):
            return 'origin'
        case Point(x=0, y=y):
            return f'y axis at {y}'
        case Point(x, 0):
            return f'x axis at {x}'
        case Point(x, y) if x == y:
            return f'diagonal {x}'
        case Point():
            return 'somewhere'
        case int(n) | float(n):
            return f'number {n}'
        case str(s):
            return f'text {s}'
        case [Point(x=a), Point(x=b)]:
            return f'two points {a} {b}'
        case _:
            return 'unknown'

for p in [Point(0, 0), Point(0, 3), Point(4, 0), Point(2, 2), Point(1, 5), 7, 2.5, 'abc', [Point(1, 2), Point(3, 4)], None]:
    print(where(p))
