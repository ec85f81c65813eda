def g():
    x = yield 1
    print('got', x)
    y = yield 2
    print('got', y)
    return 'result'
it = g()
print(next(it), it.send('a'))
try:
    it.send('b')
except StopIteration as stop:
    print('stop', stop.value)
try:
    next(it)
except StopIteration as stop:
    print('again', stop.value)
try:
    g().send('early')
except TypeError as error:
    print(error)
def catcher():
    while True:
        try:
            value = yield
            print('value', value)
        except ValueError as error:
            print('caught', error)
        except GeneratorExit:
            print('closing')
            raise
c = catcher()
next(c)
c.send(1)
c.throw(ValueError('bad'))
c.throw(ValueError, 'worse')
c.close()
try:
    next(c)
except StopIteration:
    print('finished')
print(iter(c) is c, type(c).__name__, c.__name__)
