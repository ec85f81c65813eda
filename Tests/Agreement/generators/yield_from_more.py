def inner():
    got = yield 'inner 1'
    print('inner got', got)
    yield 'inner 2'
    return 'inner result'
def outer():
    yield 'outer start'
    result = yield from inner()
    print('outer got', result)
    yield from [1, 2]
    yield from 'ab'
    yield 'outer end'
o = outer()
print(next(o), next(o), o.send('hello'), list(o))
def flatten(items):
    for item in items:
        if isinstance(item, (list, tuple)): yield from flatten(item)
        else: yield item
print(list(flatten([1, [2, (3, [4]), 5], []])))
def chain(*its):
    for it in its: yield from it
print(list(chain('ab', range(2), {'k': 1})))
def averager():
    total = count = 0
    while True:
        x = yield
        if x is None: break
        total += x; count += 1
    return total / count
def grouper(results, key):
    while True: results[key] = yield from averager()
results = {}
for key, values in {'a': [1, 2, 3], 'b': [10]}.items():
    gr = grouper(results, key)
    next(gr)
    for v in values: gr.send(v)
    gr.send(None)
print(results)
