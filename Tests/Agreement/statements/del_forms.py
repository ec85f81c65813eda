a = [1, 2, 3, 4, 5]
del a[0], a[-1]
print(a)
d = {'x': 1, 'y': 2}
del d['x']
print(d)
class O: pass
o = O()
o.a = 1
del o.a
print(hasattr(o, 'a'))
x = 5
del x
try:
    print(x)
except NameError as error:
    print(error)
b, c = 1, 2
del (b, c)
def f():
    y = 1
    del y
    try:
        return y
    except UnboundLocalError as error:
        return str(error)
print(f())
for bad in ('del d["nope"]', 'del a[10]', 'del o.nothing', 'del nothing', 'del (1, 2)[0]', 'del "abc"[0]'):
    try:
        exec(bad)
    except Exception as error:
        print(bad, type(error).__name__, error)
