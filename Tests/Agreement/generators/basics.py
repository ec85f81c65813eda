def count(n):
    i = 0
    while i < n:
        yield i
        i += 1
print(list(count(3)), sum(count(5)), [*count(2)], tuple(count(1)), list(count(0)))
g = count(2)
print(next(g), next(g), next(g, 'end'))
try: next(g)
except StopIteration as error: print('stop', error.value)
def log():
    print('started')
    yield 1
    print('resumed')
    yield 2
    print('finished')
g = log()
print('made'); print(next(g)); print(next(g)); print(next(g, None))
for x in log(): print('got', x)
def infinite():
    n = 0
    while True:
        yield n
        n += 1
for n in infinite():
    if n > 3: break
    print(n, end=' ')
print()
def returns():
    yield 1
    return 'value'
def outer():
    result = yield from returns()
    yield result
print(list(outer()))
def chain(*iterables):
    for iterable in iterables: yield from iterable
print(list(chain('ab', range(3), {'k': 1}, (x for x in [9]))))
a = infinite()
print([next(a) for _ in range(3)], next(a), iter(a) is a, type(a).__name__)
def pairs(): yield 1, 2; yield [3]; yield
print(list(pairs()))
print(dict((x, x * x) for x in range(3)), max(x for x in [3, 1]), ','.join(str(x) for x in range(3)))
