import math
import os.path
import collections as c
from math import sqrt, pi as PI
from collections import (
    deque,
    Counter,
)
print(math.floor(2.7), os.path.join('a', 'b'), c.OrderedDict is not None, sqrt(16), round(PI, 2), deque([1]), Counter('aab'))
def f():
    import json
    from string import digits
    return json.dumps([1]), digits
print(f())
try:
    import nothing_like_this
except ModuleNotFoundError as error:
    print(type(error).__name__, error.name)
try:
    from math import nothing
except ImportError as error:
    print(type(error).__name__)
import math as m
print(m is math, math.__name__)
from math import *
print(cos(0), e > 2)
