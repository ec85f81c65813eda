words = ['apple', 'apply', 'ape', 'maple', 'bird', 'birch']
def edits(w):
    letters = 'abcdefghijklmnopqrstuvwxyz'
    splits = [(w[:i], w[i:]) for i in range(len(w) + 1)]
    return {a + b[1:] for a, b in splits if b} | {a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1} | {a + c + b[1:] for a, b in splits if b for c in letters} | {a + c + b for a, b in splits for c in letters}
def correct(w):
    if w in words: return w
    return sorted(edits(w) & set(words)) or sorted(words, key=lambda x: (abs(len(x) - len(w)), -sum(a == b for a, b in zip(x, w)), x))[:1]
print([correct(w) for w in ('bird', 'brid', 'aple', 'birhc', 'mapel', 'zzz')], len(edits('ab')))
