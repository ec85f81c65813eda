a = list(range(10))
print(a[2:5], a[:3], a[7:], a[:], a[-3:], a[:-3], a[::2], a[1::3], a[::-1], a[5:2], a[5:2:-1])
print(a[-100:100], a[100:], a[3:3], a[-1], a[-10], 'hello'[1:4], 'hello'[::-1], (1, 2, 3)[1:])
a[2:4] = ['x', 'y', 'z']; print(a)
a[:2] = []; print(a)
a[::2] = [0] * len(a[::2]); print(a)
del a[1:3]; print(a)
del a[::2]; print(a)
a[len(a):] = [1, 2]; print(a)
a[1:1] = 'abc'; print(a)
print(range(10)[2:8:2], list(range(10)[::-3]), range(10)[3], len(range(0, 10, 3)))
s = slice(1, 5, 2)
print(a[s], s, s.start, s.stop, s.step, s.indices(3), slice(3) == slice(None, 3))
class Show:
    def __getitem__(self, index): return index
show = Show()
print(show[1], show[1:2], show[1:2, ::3], show[...], show[:], show[1, 2], show['a':'b'], show[()])
for bad in (lambda: a[100], lambda: a['x'], lambda: 'abc'[5], lambda: ()[0], lambda: [1, 2][1.0]):
    try: print(bad())
    except (IndexError, TypeError) as error: print(type(error).__name__, error)
try: a[::2] = [1, 2, 3, 4, 5, 6, 7]
except ValueError as error: print(error)
