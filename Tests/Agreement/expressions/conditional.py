def sign(n): return 'minus' if n < 0 else 'zero' if n == 0 else 'plus'
print([sign(n) for n in (-5, 0, 5)])
f = lambda x: 'big' if x > 10 else 'small'
print(f(5), f(50), (lambda *a: a if a else 'none')(), (lambda *a: a if a else 'none')(1))
if (n := len('abcdef')) > 5: print('long', n)
while (n := n - 2) > 0: print('n', n)
print([y for x in range(5) if (y := x * x) > 3], y)
def g(x): return (y := x + 1) * y
print(g(2))
print((a := 1, b := 2), a, b)
print((lambda: (yes := 5) + yes)())
