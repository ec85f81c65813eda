a, b, c = 1, 2, 3
a, b, c = c, a, b
print(a, b, c)
x = [1, 2, 3]
x[0], x[-1] = x[-1], x[0]
print(x)
fib = [0, 1]
while len(fib) < 10: fib.append(sum(fib[-2:]))
print(fib)
(a, b), [c, *d] = 'xy', range(4)
print(a, b, c, d)
head, *_, tail = 'middle'
print(head, tail)
