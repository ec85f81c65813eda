def digits(n): return sum(int(d) for d in str(abs(n)))
print([digits(n) for n in (0, 7, 123, -99, 10 ** 20 - 1)])
n, total = 98765, 0
while n:
    n, d = divmod(n, 10)
    total += d
print(total)
