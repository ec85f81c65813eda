from fractions import Fraction
ways = {}
for a in range(1, 7):
    for b in range(1, 7): ways[a + b] = ways.get(a + b, 0) + 1
for total, n in sorted(ways.items()): print(total, Fraction(n, 36), f"{n / 36:.3f}", "#" * n)
