def outer(a):
    def helper(b): return a * b
    results = []
    for a2 in range(3):
        results.append(helper(a2))
    a = 100
    results.append(helper(1))
    return results
print(outer(2))
def even(n): return n == 0 or odd(n - 1)
def odd(n): return n != 0 and even(n - 1)
print(even(10), odd(7))
