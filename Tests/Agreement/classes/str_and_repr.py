class Both:
    def __str__(self): return 'str'
    def __repr__(self): return 'repr'
class OnlyRepr:
    def __repr__(self): return 'only repr'
class OnlyStr:
    def __str__(self): return 'only str'
b, r = Both(), OnlyRepr()
print(b, [b], str(b), repr(b), f'{b} {b!r}', '%s %r' % (b, b), {b: r}, (r,), str(r), [OnlyStr()][0], 'OnlyStr object' in repr(OnlyStr()))
