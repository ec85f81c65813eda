a = b = c = 0
a += 1
print(a, b, c)
data = {'list': [1, 2], 'n': 0}
data['n'] += 5
data['list'][0] *= 10
data['list'] += [3]
data['new'] = data.get('new', 0) + 1
print(data)
class Box: pass
box = Box()
box.value = 1
box.value += 1
box.inner = Box()
box.inner.items = []
box.inner.items.append(box.value)
print(box.value, box.inner.items)
def index():
    print('index evaluated')
    return 0
values = [1]
values[index()] += 5
print(values)
x: int = 3
y: 'anything' = 'text'
box.note: str = 'annotated'
z: int
print(x, y, box.note)
try: print(z)
except NameError as error: print(error)
t = ([],)
try: t[0] += [1]
except TypeError as error: print(error, t)
(p) = 1; [q] = [2]; (r, s) = 3, 4; print(p, q, r, s)
*u, v = 1, ; print(u, v)
