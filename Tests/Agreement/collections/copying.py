import copy
a = [1, [2, 3], {'k': [4]}]
b, c, d = a, a[:], copy.deepcopy(a)
a[1].append('shared'); a[2]['k'].append(5); a.append('end')
print(b is a, c, d)
def mutate(items, value):
    items.append(value)
    items = ['rebound']
    return items
original = []
print(mutate(original, 1), original)
row = [0] * 3
grid = [row, row]; safe = [row[:] for _ in range(2)]
row[0] = 'x'; print(grid, safe)
s = copy.copy({'a': [1]}); print(s)
class P:
    def __init__(self): self.items = []
p = P(); q = copy.copy(p); r = copy.deepcopy(p); p.items.append(1)
print(q.items, r.items)
x = [1, 2, 3]
for i in x[:]: x.remove(i)
print(x)
d1 = {'a': 1}; d2 = d1.copy(); d2['b'] = 2; print(d1, d2)
