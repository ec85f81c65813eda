def fib(n):
    a, b = 0, 1
    for _ in range(n): a, b = b, a + b
    return a
print([fib(n) for n in range(15)], fib(100))
rec = lambda n: n if n < 2 else rec(n - 1) + rec(n - 2)
print([rec(n) for n in range(12)])
