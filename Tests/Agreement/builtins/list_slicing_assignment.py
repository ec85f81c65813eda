a = list(range(8))
a[2:4] = 'xyz'; print(a)
a[::3] = [0] * len(a[::3]); print(a)
a[5:2] = ['ins']; print(a)
a[-2:] = []; print(a)
a[1:1] = a[:2]; print(a)
del a[::2]; print(a)
for bad in ('a[::2] = [1]', 'a[0:2] = 5', 'a[10] = 1', 'del a[10]', 'a["x"] = 1'):
    try:
        exec(bad)
    except Exception as error:
        print(type(error).__name__, error)
