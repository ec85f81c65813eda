def to_binary(n): return "" if n == 0 else to_binary(n // 2) + str(n % 2)
for n in (1, 5, 10, 255): print(n, to_binary(n), bin(n)[2:], int(to_binary(n), 2) == n, f"{n:08b}")
print(sum(int(b) * 2 ** i for i, b in enumerate(reversed("1101"))))
