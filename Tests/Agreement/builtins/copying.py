import copy
a = [1, [2, 3], {'k': [4]}]
b, c, d = a, a[:], copy.deepcopy(a)
a[1].append(99)
a[2]['k'].append(5)
print(a, b is a, c, d)
class Node:
    def __init__(self, v): self.v, self.next = v, None
n = Node([1]); n.next = n
m = copy.deepcopy(n)
print(m.next is m, m.v, m.v is n.v, m is n)
s = copy.copy(n)
print(s.v is n.v, s.next is n)
class Custom:
    def __init__(self, x): self.x = x
    def __copy__(self): return Custom(self.x + 1)
    def __deepcopy__(self, memo): return Custom(self.x + 100)
print(copy.copy(Custom(1)).x, copy.deepcopy([Custom(1)])[0].x, copy.copy((1, 2)), copy.copy('a'), copy.deepcopy({1: {2}}), dict(a=1).copy(), {1}.copy(), [1].copy())
shared = []
pair = copy.deepcopy([shared, shared])
print(pair[0] is pair[1], pair[0] is shared)
