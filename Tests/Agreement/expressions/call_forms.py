def f(a, b=2, /, c=3, *args, d, e=5, **kw): return a, b, c, args, d, e, kw
print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, e=7, x=8), f(*[1, 2], **{'d': 3}), f(1, c=9, d=0))
for call in ('f()', 'f(1)', 'f(1, d=2, a=3)', 'f(d=1)', 'f(1, 2, b=3, d=4)', 'f(1, d=2, d2=3)', 'f(1, 2, 3, c=4, d=5)'):
    try:
        print(call, eval(call))
    except TypeError as error:
        print(call, error)
def g(a, b, c): pass
for call in ('g()', 'g(1)', 'g(1, 2, 3, 4)', 'g(1, 2, 3, d=4)', 'g(1, 2, b=3)', 'g(a=1)', 'len()', 'len(1, 2)', 'len(obj=[])', 'int("x", bad=1)', '[].append()', '"a".upper(1)', 'print(1, nope=2)', 'sorted()', 'max()', 'range()', 'abs("x")', 'sum(5)', 'None()', '"a"()', '5(3)'):
    try:
        print(call, eval(call))
    except TypeError as error:
        print(call, '->', error)
