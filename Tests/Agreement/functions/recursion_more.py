def fact(n): return 1 if n < 2 else n * fact(n - 1)
def fib(n, memo={}):
    if n in memo: return memo[n]
    memo[n] = n if n < 2 else fib(n - 1) + fib(n - 2)
    return memo[n]
def hanoi(n, a='A', b='B', c='C'):
    if n == 0: return []
    return hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)
def permutations(items):
    if len(items) <= 1: return [items]
    return [[x] + p for i, x in enumerate(items) for p in permutations(items[:i] + items[i + 1:])]
def flatten(x): return [y for item in x for y in flatten(item)] if isinstance(x, list) else [x]
def ackermann(m, n): return n + 1 if m == 0 else ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
print(fact(20), fact(30), fib(80), len(hanoi(5)), hanoi(2), permutations([1, 2, 3]))
print(flatten([1, [2, [3, [4, []]]]]), ackermann(2, 3), even(10), odd(7))
def power_set(s): return [[]] if not s else [p + e for p in power_set(s[1:]) for e in ([], [s[0]])]
print(sorted(power_set([1, 2, 3])))
def endless(n): return endless(n + 1)
try:
    endless(0)
except RecursionError as error:
    print(type(error).__name__, str(error)[:32])
