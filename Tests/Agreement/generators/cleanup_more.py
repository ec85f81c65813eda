def resource(name):
    print('open', name)
    try:
        yield name
        print('resumed', name)
    finally:
        print('close', name)
for r in resource('a'):
    print('use', r)
g = resource('b')
next(g)
g.close()
g = resource('c')
next(g)
del g
def partial():
    for r in resource('d'):
        return r
print(partial())
def many():
    try:
        yield 1
    except ValueError:
        yield 'recovered'
    finally:
        print('finally')
m = many()
next(m)
print(m.throw(ValueError), list(m))
def bad():
    yield 1
    raise KeyError('inside')
try:
    print(list(bad()))
except KeyError as error:
    print('from generator', error)
def stops(): 
    yield 1
    raise StopIteration
try:
    list(stops())
except RuntimeError as error:
    print(error)
