a, b, c = 1, 2, 3
del a
try: a
except NameError as error: print(error)
del b, c
items = list(range(6))
del items[0], items[-1]
print(items)
del items[1:3]; print(items)
d = {'a': 1, 'b': 2}
del d['a']; print(d)
try: del d['zzz']
except KeyError as error: print('KeyError', error)
try: del items[10]
except IndexError as error: print('IndexError', error)
class C: x = 1
c = C(); c.y = 2
del c.y, C.x
print(hasattr(c, 'y'), hasattr(c, 'x'))
try: del c.y
except AttributeError as error: print(type(error).__name__)
def f():
    x = 1
    del x
    try: return x
    except UnboundLocalError as error: return str(error)
print(f())
try: del undefined
except NameError as error: print(error)
