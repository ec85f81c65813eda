for row in range(1, 5):
    print(" " * (4 - row) + "*" * (2 * row - 1))
for a in range(1, 20):
    for b in range(a, 20):
        c = (a * a + b * b) ** 0.5
        if c == int(c) and c < 20: print(a, b, int(c))
