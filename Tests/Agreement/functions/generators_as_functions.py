def chunks(seq, n):
    for i in range(0, len(seq), n):
        yield seq[i:i + n]
def window(seq, n=2):
    it = iter(seq)
    current = []
    for item in it:
        current.append(item)
        if len(current) == n:
            yield tuple(current)
            current.pop(0)
print(list(chunks('abcdefgh', 3)), list(window(range(5), 3)), [a + b for a, b in window([1, 2, 3])])
def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1
p = primes()
print([next(p) for _ in range(10)])
import itertools
print(list(itertools.takewhile(lambda x: x < 30, primes())), list(itertools.islice(primes(), 3, 6)))
def tree_walk(t):
    if t:
        left, value, right = t
        yield from tree_walk(left)
        yield value
        yield from tree_walk(right)
print(list(tree_walk(((None, 1, None), 2, ((None, 3, None), 4, None)))))
