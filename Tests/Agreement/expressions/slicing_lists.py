a = list(range(10))
for s in [slice(None), slice(2, 5), slice(None, 3), slice(7, None), slice(None, None, 2), slice(None, None, -1), slice(-3, None), slice(8, 2, -2), slice(5, 2), slice(-100, 100), slice(None, None, 3), slice(1, -1)]:
    print(s, a[s], s.indices(10))
print(a[2:5], a[:-2], a[::-2], a[-1], a[-10], 'hello'[1:4], 'hello'[::-1], (1, 2, 3)[:2], range(10)[2:8:3], b'abc'[1:])
a[2:5] = ['x']
print(a)
a[1:1] = [100, 200]
print(a)
a[::2] = [0] * len(a[::2])
print(a)
del a[1:4]
print(a)
del a[::2]
print(a)
a[:] = []
print(a)
for bad in (lambda: [1][5], lambda: [1]['a'], lambda: 'abc'[10], lambda: [1, 2][::0], lambda: (1,)[1.0], lambda: {}['x'], lambda: [][-1]):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
b = [1, 2, 3, 4]
try:
    b[::2] = [1]
except ValueError as error:
    print(error)
