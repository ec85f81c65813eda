words = ['alpha', 'beta', 'gamma', 'delta', 'epsilon'] * 40_000
def count(words):
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    for number in range(200_000):
        key = number % 1000
        if key in counts: counts[key] += 1
        else: counts[key] = 1
    return counts
print(len(count(words)))
