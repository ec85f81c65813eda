print([x * y for x in range(3) for y in range(x)], [x for x in range(20) if x % 2 if x % 3], [[j for j in range(i)] for i in range(4)])
print({x % 3 for x in range(10)}, {x: x ** 2 for x in range(4)}, {v: k for k, v in {'a': 1, 'b': 2}.items()})
print(sum(x for x in range(10)), list(x for x in 'abc'), dict((c, ord(c)) for c in 'ab'), tuple(i for i in range(3)), max(len(w) for w in ['a', 'bbb']))
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [n for row in matrix for n in row], list(zip(*matrix)))
x = 'outer'
print([x for x in range(3)], x)
print([(i, j) for i in range(2) for j in range(2) if i != j], [a if a > 1 else -a for a in range(4)])
print({c: [w for w in ['apple', 'ant', 'bee'] if w[0] == c] for c in 'ab'})
class A:
    n = 3
    items = [i * 2 for i in range(n)]
print(A.items)
def f():
    y = 10
    return [y + z for z in range(3)], {y: z for z in range(2)}
print(f())
print([*(i for i in range(3))], [i for i in (j for j in 'xyz')], [(yes, no) for yes, no in [(1, 2), (3, 4)]])
try:
    [undefined for i in range(2)]
except NameError as error:
    print(error)
try:
    [1 // i for i in (1, 0)]
except ZeroDivisionError as error:
    print(error)
