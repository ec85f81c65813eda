def g():
    yield 1
    yield 1 // 0
    yield 3
it = g()
print(next(it))
try:
    next(it)
except ZeroDivisionError as error:
    print(error)
print(next(it, 'dead'))
def safe(items):
    for i in items:
        try:
            yield 10 // i
        except ZeroDivisionError:
            yield None
print(list(safe([1, 0, 5])))
def running():
    yield next(me)
me = running()
try:
    next(me)
except ValueError as error:
    print(error)
