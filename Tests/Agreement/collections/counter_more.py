from collections import Counter
c = Counter('mississippi')
print(c, c.most_common(2), c['s'], c['z'], sum(c.values()), sorted(c.elements()), len(c), 'm' in c)
c.update('miss'); c.subtract('sss')
print(c, +c, c.total())
a, b = Counter(a=3, b=1), Counter(a=1, b=2)
print(a + b, a - b, a & b, a | b, a == b, Counter(a=1) <= a, -Counter(a=-1))
print(Counter(), Counter(['x', 'y', 'x']), Counter({'a': 2}), Counter(a=2), dict(Counter('ab')), Counter('ab').keys(), list(Counter(a=2).elements()))
del c['p']
c['new'] += 1
print(c.most_common()[:3], c.pop('m'), c.get('zz'), max(c, key=c.get), {k: v for k, v in c.items() if v > 3})
words = 'the cat and the dog and the bird'.split()
print(Counter(words).most_common(2), Counter(map(len, words)), Counter(w[0] for w in words))
try:
    Counter(5)
except TypeError as error:
    print(error)
print(Counter(a=1).fromkeys if False else 'no fromkeys', Counter('aab').most_common(1)[0][0])
