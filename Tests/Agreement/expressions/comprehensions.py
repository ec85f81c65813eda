print([x * x for x in range(5)], [x for x in range(10) if x % 2 if x > 3])
print({x % 3 for x in range(10)} == {0, 1, 2}, {x: x ** 2 for x in range(3)})
print([(x, y) for x in range(3) for y in range(x)], [[y for y in range(x)] for x in range(3)])
print(sum(x for x in range(100)), list(x for x in 'abc'), tuple(i for i in range(3)))
x = 'outer'
print([x for x in range(3)], x)
print([y := 1, y ** 2], y)
print([last := n for n in range(4)], last)
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [v for row in matrix for v in row])
print({k: v for k, v in zip('abc', range(3))}, {v: k for k, v in {'a': 1}.items()})
print([a + b for a, b in [(1, 2), (3, 4)]], [f for f, *_ in ['abc', 'de']])
functions = [lambda: i for i in range(3)]
print([f() for f in functions], [f(1) for f in [lambda z, i=i: z + i for i in range(3)]])
print(any(x > 3 for x in range(5)), all(x > 3 for x in range(5)), max((len(w), w) for w in ['a', 'bb']))
def trace(n):
    print('trace', n)
    return n
generator = (trace(n) for n in trace(range(3)))
print('made')
print(next(generator), list(generator))
print([(i, j) for i in range(3) if i for j in range(3) if j != i], [i for i in range(5) if not i % 2 or i == 3])
class A:
    values = [1, 2, 3]
    doubled = [v * 2 for v in values]
print(A.doubled)
