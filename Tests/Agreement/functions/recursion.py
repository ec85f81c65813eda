def factorial(n): return 1 if n < 2 else n * factorial(n - 1)
print(factorial(10), factorial(50))
def hanoi(n, a='A', b='B', c='C'):
    if n == 0: return []
    return hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)
print(hanoi(3), len(hanoi(8)))
def flatten(items):
    return [leaf for item in items for leaf in (flatten(item) if isinstance(item, list) else [item])]
print(flatten([1, [2, [3, [4]], 5]]))
def permutations(items):
    if len(items) <= 1: return [items]
    return [[x] + rest for i, x in enumerate(items) for rest in permutations(items[:i] + items[i + 1:])]
print(permutations([1, 2, 3]))
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
print(even(100), odd(100))
def ackermann(m, n):
    if m == 0: return n + 1
    if n == 0: return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))
print(ackermann(2, 3))
def depth(n): return n if n == 0 else 1 + depth(n - 1)
print(depth(500))
def endless(n): return endless(n + 1)
try: endless(0)
except RecursionError as error: print(type(error).__name__)
