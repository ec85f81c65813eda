from collections import namedtuple
from dataclasses import dataclass, replace
from types import SimpleNamespace
P = namedtuple('P', 'x y')
@dataclass(frozen=True)
class D:
    x: int
    y: int = 0
p, d, n = P(1, 2), D(1), SimpleNamespace(x=1)
n.x = 5
print(p._replace(x=9), replace(d, y=3), n, p == (1, 2), d == D(1, 0), {p, d} == {P(1, 2), D(1)})
for action in ('p.x = 1', 'd.x = 1', 'p[0] = 1'):
    try:
        exec(action)
    except Exception as error:
        print(type(error).__name__, error)
