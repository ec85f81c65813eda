items = [(i * 7919 % 100_003, str(i)) for i in range(100_000)]
print(sorted(items, key=lambda item: item[0])[0], sorted([i * 7919 % 100_003 for i in range(200_000)])[5])
