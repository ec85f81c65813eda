g = (x * 2 for x in range(3))
print(next(g), list(g), list(g))
print(sum(x for x in range(10) if x % 2), any(x > 5 for x in [1, 9]), all(x for x in []), sorted(c for c in 'cab'))
n = 10
h = (n + i for i in range(2))
n = 20
print(list(h))
source = [1, 2, 3]
lazy = (x for x in source)
source.append(4)
print(list(lazy))
nested = ((i, j) for i in range(2) for j in range(2) if i != j)
print(*nested)
print(dict((k, v) for v, k in enumerate('ab')), set(x % 2 for x in range(5)) == {0, 1}, tuple(x for x in ()))
def consume(it): return [next(it), next(it)]
print(consume(x for x in 'abc'), (lambda *a: a)(*(x for x in 'de')))
try: next(x for x in [])
except StopIteration: print('empty')
try: (1 / x for x in [0]).__next__()
except ZeroDivisionError as error: print(error)
