def apply_n(f, n, x):
    for _ in range(n): x = f(x)
    return x
print(apply_n(lambda x: x * 2, 10, 1))
def pipeline(*stages):
    return lambda x: [stage(x) for stage in stages]
print(pipeline(str, float, lambda v: v ** 2)(4))
def curry(f, *early): return lambda *late: f(*early, *late)
print(curry(max, 5, 6)(1, 10), curry(print, 'curried')('call'))
words = 'the quick brown fox jumps over the lazy dog'.split()
print(sorted(words, key=len), sorted(words, key=lambda w: (len(w), w)), sorted(words, key=str.upper, reverse=True))
groups = {}
for w in words: groups.setdefault(len(w), []).append(w)
print({k: v for k, v in sorted(groups.items())})
print(list(zip(words, map(len, words)))[:3], dict(zip('abc', range(3))), list(zip(*[(1, 'a'), (2, 'b')])))
print(min(words, key=lambda w: w[::-1]), sum(map(len, words)), [f(4) for f in (float, str, bool, lambda x: [x])])
print(list(map(str.title, words[:2])), list(filter(None, [0, 1, '', 'a'])), any(map(str.isupper, words)))
methods = [''.join, ' x '.strip, [3, 1].count]
print(methods[0]('abc'), methods[1](), methods[2](1))
