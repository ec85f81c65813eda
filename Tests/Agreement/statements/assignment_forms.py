a = b = c = []
a.append(1)
print(a, b, c, a is c)
x = 5
x += 3; x -= 1; x *= 2; x //= 3; x **= 2; x %= 7; x <<= 3; x |= 1; x ^= 2; x >>= 1; x &= 0xff
print(x)
y = 10
y /= 4
print(y)
l = [1, 2]
m = l
l += [3]
print(l, m, l is m)
l = l + [4]
print(l, m, l is m)
t = (1,)
t += (2,)
s = 'a'
s += 'b'
s *= 2
print(t, s)
d = {'n': 1}
d['n'] += 5
d['m'] = d.get('m', 0) + 1
print(d)
class O: pass
o = O()
o.v = 1
o.v += 1
o.list = [0]
o.list[0] += 10
print(o.v, o.list)
i = 0
values = [10, 20, 30]
i, values[i] = 2, 99
print(i, values)
tup = ([1], 2)
try:
    tup[0] += [5]
except TypeError as error:
    print(error, tup)
st = {1}
st |= {2}; st -= {1}; st ^= {3}
print(st)
z: int = 5
w: str
print(z)
try:
    w
except NameError as error:
    print(error)
