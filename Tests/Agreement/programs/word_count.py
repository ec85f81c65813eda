text = """It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness"""
import re
from collections import Counter
words = re.findall(r"[a-z']+", text.lower())
counts = Counter(words)
print(len(words), len(counts), counts.most_common(4))
longest = max(words, key=len)
by_length = {}
for word in sorted(set(words)):
    by_length.setdefault(len(word), []).append(word)
print(longest, by_length)
for word, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:5]:
    print(f'{word:<8}{"#" * n} {n / len(words):.1%}')
bigrams = Counter(zip(words, words[1:]))
print([f'{a} {b}: {n}' for (a, b), n in bigrams.most_common(3)])
print(' '.join(w.capitalize() if i % 2 else w for i, w in enumerate(words[:6])), text.count('\n'), sum(map(str.isupper, text)))
