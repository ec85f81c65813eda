class Text:
    def __init__(self, words): self.words = words.split()
    def __getitem__(self, i):
        if isinstance(i, slice): return ' '.join(self.words[i])
        if isinstance(i, str): return [n for n, w in enumerate(self.words) if w == i]
        return self.words[i]
    def __setitem__(self, i, w): self.words[i] = w
    def __delitem__(self, i): del self.words[i]
    def __len__(self): return len(self.words)
t = Text('the cat and the dog')
print(t[0], t[1:3], t['the'], t[-1], len(t), 'cat' in t, list(t)[:2])
t[1] = 'bird'
del t[0]
print(t[:], t[::-1])
