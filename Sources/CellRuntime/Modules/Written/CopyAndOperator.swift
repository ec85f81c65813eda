/// `copy` and `operator`, written in the cell language.
extension StandardModules {
    static let copy = NativeModule(
        "copy", doc: "Copies of objects, shallow and deep.",
        source: #"""
            class Error(Exception): pass

            _same = (type(None), int, float, bool, str, bytes, range, slice, type, type(len), type(lambda: 0), frozenset)

            def copy(x):
                "A copy that shares what is inside."
                own = getattr(type(x), '__copy__', None)
                if own is not None: return own(x)
                if isinstance(x, tuple) or type(x) in _same or isinstance(x, type): return x
                if type(x) in (list, dict, set): return x.copy()
                if isinstance(x, (dict, list, set)):
                    made = type(x).__new__(type(x))
                    if isinstance(x, dict): dict.update(made, x)
                    elif isinstance(x, list): list.extend(made, x)
                    else: set.update(made, x)
                    made.__dict__.update(x.__dict__)
                    return made
                if hasattr(x, 'copy'): return x.copy()
                made = object.__new__(type(x))
                made.__dict__.update(x.__dict__)
                return made

            def deepcopy(x, memo=None):
                "A copy of the object and of everything inside."
                if memo is None: memo = {}
                if id(x) in memo and type(x) not in _same: return memo[id(x)]
                if type(x) in _same or isinstance(x, type): return x
                own = getattr(type(x), '__deepcopy__', None)
                if own is not None:
                    made = own(x, memo)
                    memo[id(x)] = made
                    return made
                if type(x) is list:
                    made = memo[id(x)] = []
                    for item in x: made.append(deepcopy(item, memo))
                    return made
                if type(x) is dict:
                    made = memo[id(x)] = {}
                    for key, value in x.items(): made[deepcopy(key, memo)] = deepcopy(value, memo)
                    return made
                if type(x) is set:
                    made = memo[id(x)] = {deepcopy(item, memo) for item in x}
                    return made
                if isinstance(x, tuple):
                    items = [deepcopy(item, memo) for item in x]
                    if all(a is b for a, b in zip(items, x)): return x
                    made = type(x)(*items) if hasattr(x, '_fields') else type(x)(items)
                    memo[id(x)] = made
                    return made
                if isinstance(x, dict):
                    made = memo[id(x)] = copy(x)
                    for key in list(made): dict.__setitem__(made, key, deepcopy(made[key], memo))
                    return made
                if not hasattr(x, '__dict__'): return copy(x)
                made = memo[id(x)] = object.__new__(type(x))
                for key, value in x.__dict__.items(): made.__dict__[key] = deepcopy(value, memo)
                return made
            """#)

    static let operatorModule = NativeModule(
        "operator", doc: "Operators as functions.",
        source: #"""
            def add(a, b): return a + b
            def sub(a, b): return a - b
            def mul(a, b): return a * b
            def truediv(a, b): return a / b
            def floordiv(a, b): return a // b
            def mod(a, b): return a % b
            def pow(a, b): return a ** b
            def matmul(a, b): return a @ b
            def and_(a, b): return a & b
            def or_(a, b): return a | b
            def xor(a, b): return a ^ b
            def lshift(a, b): return a << b
            def rshift(a, b): return a >> b
            def eq(a, b): return a == b
            def ne(a, b): return a != b
            def lt(a, b): return a < b
            def le(a, b): return a <= b
            def gt(a, b): return a > b
            def ge(a, b): return a >= b
            def is_(a, b): return a is b
            def is_not(a, b): return a is not b
            def contains(a, b): return b in a
            def concat(a, b): return a + b
            def getitem(a, b): return a[b]
            def setitem(a, b, c): a[b] = c
            def delitem(a, b): del a[b]
            def neg(a): return -a
            def pos(a): return +a
            def invert(a): return ~a
            inv = invert
            def not_(a): return not a
            def truth(a): return bool(a)
            def index(a): return a.__index__()
            def countOf(a, b): return sum(1 for item in a if item is b or item == b)
            def indexOf(a, b):
                for i, item in enumerate(a):
                    if item is b or item == b: return i
                raise ValueError('sequence.index(x): x not in sequence')
            def iadd(a, b):
                a += b
                return a
            def imul(a, b):
                a *= b
                return a

            class itemgetter:
                "What is at the indices of an object."
                def __init__(self, item, *items):
                    self._items = (item, *items)
                def __call__(self, obj):
                    if len(self._items) == 1: return obj[self._items[0]]
                    return tuple(obj[item] for item in self._items)
                def __repr__(self): return f"operator.itemgetter({', '.join(map(repr, self._items))})"

            class attrgetter:
                "Attributes of an object, by names with dots."
                def __init__(self, attr, *attrs):
                    for name in (attr, *attrs):
                        if not isinstance(name, str): raise TypeError('attribute name must be a string')
                    self._attrs = (attr, *attrs)
                def __call__(self, obj):
                    found = []
                    for path in self._attrs:
                        value = obj
                        for name in path.split('.'): value = getattr(value, name)
                        found.append(value)
                    return found[0] if len(found) == 1 else tuple(found)
                def __repr__(self): return f"operator.attrgetter({', '.join(map(repr, self._attrs))})"

            class methodcaller:
                "Calls a method by its name."
                def __init__(self, name, /, *args, **kwargs):
                    if not isinstance(name, str): raise TypeError('method name must be a string')
                    self._name, self._args, self._kwargs = name, args, kwargs
                def __call__(self, obj): return getattr(obj, self._name)(*self._args, **self._kwargs)
            """#)
}
