s = 'slicing'
for a in (None, 0, 2, -3):
    for b in (None, 5, -1, 0):
        print(a, b, repr(s[a:b]), repr(s[a:b:2]), repr(s[b:a:-1]))
