labels = ["cat", "dog", "cat", "bird"]
vocab = sorted(set(labels))
index = {v: i for i, v in enumerate(vocab)}
encoded = [[int(i == index[l]) for i in range(len(vocab))] for l in labels]
print(vocab, encoded, [vocab[row.index(1)] for row in encoded])
