def sieve(n):
    flags = [True] * (n + 1)
    flags[:2] = [False, False]
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]: flags[i * i::i] = [False] * len(flags[i * i::i])
    return [i for i, p in enumerate(flags) if p]
def factors(n):
    out, d = [], 2
    while d * d <= n:
        while n % d == 0:
            out.append(d)
            n //= d
        d += 1
    return out + [n] if n > 1 else out
def egcd(a, b): return (a, 1, 0) if b == 0 else (lambda g, x, y: (g, y, x - a // b * y))(*egcd(b, a % b))
def perfect(n): return sum(d for d in range(1, n) if n % d == 0) == n
def digits(n, base): return [] if n == 0 else digits(n // base, base) + [n % base]
print(sieve(50), len(sieve(1000)), factors(360), factors(97), factors(2 ** 20 * 3), egcd(240, 46), [n for n in range(2, 500) if perfect(n)], digits(255, 2), digits(1000, 7))
def miller(n):
    if n < 2 or n % 2 == 0: return n == 2
    d, r = n - 1, 0
    while d % 2 == 0: d, r = d // 2, r + 1
    for a in (2, 3, 5, 7, 11):
        if a % n == 0: continue
        x = pow(a, d, n)
        if x in (1, n - 1): continue
        for _ in range(r - 1):
            x = x * x % n
            if x == n - 1: break
        else: return False
    return True
print([n for n in range(100, 150) if miller(n)], miller(2 ** 61 - 1), miller(2 ** 61 + 1), sum(int(d) for d in str(2 ** 100)))
def collatz(n): return 1 if n == 1 else 1 + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)
print(max(range(1, 100), key=collatz), [n for n in range(1, 1000) if n == sum(int(d) ** len(str(n)) for d in str(n))])
