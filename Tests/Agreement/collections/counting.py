text = '''It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness'''
words = [w.strip('.,').lower() for w in text.split()]
counts = {}
for w in words: counts[w] = counts.get(w, 0) + 1
top = sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))
for word, n in top[:5]: print(f'{word:<12}{n:>3} {"#" * n}')
print(len(words), len(counts), sum(counts.values()), counts == {w: words.count(w) for w in set(words)})
letters = {}
for c in text.lower():
    if c.isalpha(): letters[c] = letters.get(c, 0) + 1
print(sorted(letters.items(), key=lambda kv: -kv[1])[:3])
histogram = {}
for w in words: histogram.setdefault(len(w), []).append(w)
for size in sorted(histogram): print(size, sorted(set(histogram[size])))
bigrams = {}
for pair in zip(words, words[1:]): bigrams[pair] = bigrams.get(pair, 0) + 1
print(max(bigrams, key=lambda p: (bigrams[p], p)), [p for p, n in sorted(bigrams.items()) if n > 2])
