import itertools
def count(start=0, step=1):
    while True:
        yield start
        start += step
def take(n, it): return [x for _, x in zip(range(n), it)]
def cycle(items):
    while True: yield from items
def primes():
    composites = {}
    for n in count(2):
        if n in composites:
            for p in composites.pop(n): composites.setdefault(n + p, []).append(p)
        else:
            composites[n * n] = [n]
            yield n
print(take(5, count(3, 2)), take(7, cycle('abc')), take(12, primes()))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
print(take(15, fib()), sum(x for x in itertools.takewhile(lambda x: x < 4000000, fib()) if x % 2 == 0))
evens = (x for x in count() if x % 2 == 0)
squares = (x * x for x in evens)
print(take(4, squares), take(2, squares))
def interleave(*its):
    its = [iter(i) for i in its]
    while its:
        for it in list(its):
            try: yield next(it)
            except StopIteration: its.remove(it)
print(list(interleave('abc', [1, 2], (True,))))
