docs = {'d1': 'the cat sat on the mat', 'd2': 'the dog sat', 'd3': 'cats and dogs'}
import math
vocabulary = sorted({w for d in docs.values() for w in d.split()})
vectors = {name: [text.split().count(w) for w in vocabulary] for name, text in docs.items()}
print(vocabulary)
for name, v in vectors.items(): print(name, v)
def cosine(a, b):
    dot = sum(x * y for x, y in zip(a, b))
    return dot / (math.hypot(*a) * math.hypot(*b))
names = list(docs)
print([[round(cosine(vectors[a], vectors[b]), 3) for b in names] for a in names])
df = {w: sum(w in d.split() for d in docs.values()) for w in vocabulary}
idf = {w: math.log(len(docs) / n) for w, n in df.items()}
print({w: round(v, 3) for w, v in sorted(idf.items(), key=lambda kv: (kv[1], kv[0]))[:4]})
