def batches(items, size):
    for i in range(0, len(items), size): yield items[i:i + size]
print(list(batches(list(range(10)), 4)), [len(b) for b in batches("abcdefg", 3)])
epochs = [(e, n, b) for e in range(2) for n, b in enumerate(batches([1, 2, 3], 2))]
print(epochs)
