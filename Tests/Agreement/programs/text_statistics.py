text = '''Deep learning is a subset of machine learning.
It uses many layers! Does it work? Yes, it does.'''
import re
sentences = [s.strip() for s in re.split(r'[.!?]', text) if s.strip()]
words = re.findall(r'\w+', text.lower())
print(len(sentences), len(words), len(set(words)), round(sum(map(len, words)) / len(words), 2), max(words, key=len))
for n, s in enumerate(sentences, 1): print(n, len(s.split()), s[:20] + ('...' if len(s) > 20 else ''))
print(sorted(set(w for w in words if words.count(w) > 1)), [w for w in words if w == w[::-1] and len(w) > 2], ''.join(w[0] for w in words).upper())
vowels = {v: text.lower().count(v) for v in 'aeiou'}
print(vowels, sum(vowels.values()), '\n'.join(f'{v} {"*" * n}' for v, n in sorted(vowels.items(), key=lambda i: -i[1])[:2]))
