from typing import NamedTuple
from collections import namedtuple

class Employee(NamedTuple):
    """Someone who works."""
    name: str
    salary: float = 1000.0

    def raised(self, percent):
        return self._replace(salary=self.salary * (1 + percent / 100))

e = Employee('Ada')
print(e, e.name, e[1], e.raised(50), Employee._fields, Employee.__doc__)
name, salary = e
print(name, salary, e._asdict(), isinstance(e, tuple), e == ('Ada', 1000.0))
Point = namedtuple('Point', ['x', 'y'])
p = Point(3, y=4)
print(p, p.x + p.y, p._replace(x=0), Point._make([7, 8]), sorted([Point(2, 1), Point(1, 2)]))
try:
    p.x = 5
except AttributeError as error:
    print(error)
try:
    Point(1)
except TypeError as error:
    print(error)
