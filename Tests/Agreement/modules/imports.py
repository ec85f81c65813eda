import math
import os.path
import math as m, random as r
from math import sqrt, pi as PI
from collections import (
    OrderedDict,
    defaultdict,
)
print(math.floor(2.7), m is math, sqrt(16), PI == math.pi, round(math.e, 5))
print(os.path.join('a', 'b'), os.path.basename('x/y.txt'))
def local():
    import json
    from math import ceil as up
    return up(1.2), json.dumps([1])
print(local())
try: import no_such_module
except ModuleNotFoundError as error: print(type(error).__name__, error.name)
try: from math import no_such_name
except ImportError as error: print(type(error).__name__)
try: math.nothing
except AttributeError as error: print('AttributeError')
d = defaultdict(list); d['a'].append(1); print(d['a'], dict(d))
print(math.sqrt(2) == sqrt(2), math.inf > 1e300, math.isnan(math.nan), math.gcd(12, 18), math.log(math.e))
