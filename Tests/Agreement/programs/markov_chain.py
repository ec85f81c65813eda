import random
random.seed(11)
text = 'one fish two fish red fish blue fish black fish blue fish old fish new fish'.split()
chain = {}
for a, b in zip(text, text[1:]): chain.setdefault(a, []).append(b)
def generate(word, n):
    out = [word]
    while len(out) < n and word in chain:
        word = random.choice(chain[word])
        out.append(word)
    return ' '.join(out)
print({k: sorted(set(v)) for k, v in sorted(chain.items())})
print(generate('one', 8))
print(generate('red', 6), '|', generate('nothing', 4))
