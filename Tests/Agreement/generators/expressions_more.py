n = 3
g = (n * i for i in range(3))
n = 100
print(list(g))
x = [1, 2, 3]
g = (i for i in x)
x.append(4)
print(list(g))
x = [1]
g = (i for i in x)
x = [9]
print(list(g))
print(sum(i * j for i in range(3) for j in range(3) if i != j), any(i > 5 for i in range(10)), all(c.isalpha() for c in 'abc'))
print(type((i for i in [])).__name__, list(zip((i for i in 'ab'), (j for j in range(5)))))
def f(*args): return args
print(f(*(i for i in range(3))), list(map(sum, ([1, 2], (3, 4)))), ''.join(c for c in 'a1b2' if c.isdigit()))
g = (i for i in range(5))
print(next(g), 3 in g, list(g))
print(list((lambda: (yield 1))()), [*(i for i in range(2)), 'end'])
try:
    next(i for i in [])
except StopIteration as error:
    print('empty', error.args)
try:
    len(i for i in [])
except TypeError as error:
    print(error)
try:
    (i for i in 5)
except TypeError as error:
    print(error)
