from collections import OrderedDict, ChainMap, UserDict, UserList
o = OrderedDict([('a', 1), ('b', 2), ('c', 3)])
o.move_to_end('a'); print(o); o.move_to_end('c', last=False); print(list(o), o.popitem(), o.popitem(last=False), o)
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1), OrderedDict(), isinstance(o, dict))
base, local = {'x': 1, 'y': 2}, {'y': 20}
c = ChainMap(local, base)
print(c['x'], c['y'], 'z' in c, len(c), sorted(c), c.get('q', 0), dict(c))
c['z'] = 5
print(local, c.maps, c.new_child({'x': 9})['x'], c.parents['y'], c)
class Upper(UserDict):
    def __setitem__(self, key, value): super().__setitem__(key.upper(), value)
u = Upper(a=1)
u['b'] = 2
print(u, 'A' in u, len(u), u.data)
class Evens(UserList):
    def append(self, x):
        if x % 2: raise ValueError(x)
        super().append(x)
e = Evens([2])
e.append(4)
print(e, len(e), e[0], e + [6])
class LRU:
    def __init__(self, size): self.size, self.data = size, OrderedDict()
    def get(self, k):
        if k not in self.data: return None
        self.data.move_to_end(k)
        return self.data[k]
    def put(self, k, v):
        self.data[k] = v
        self.data.move_to_end(k)
        if len(self.data) > self.size: self.data.popitem(last=False)
cache = LRU(2)
cache.put('a', 1); cache.put('b', 2); cache.get('a'); cache.put('c', 3)
print(list(cache.data), cache.get('b'))
