def numbers(n): yield from range(n)
def evens(it): return (x for x in it if x % 2 == 0)
def squared(it):
    for x in it: yield x * x
def limit(it, n):
    for i, x in enumerate(it):
        if i == n: return
        yield x
print(list(limit(squared(evens(numbers(100))), 4)), sum(squared(evens(numbers(10)))))
def zip_all(*its):
    its = list(map(iter, its))
    while True:
        try: yield tuple(next(i) for i in its)
        except RuntimeError: return
print(list(zip_all('ab', [1, 2, 3])))
