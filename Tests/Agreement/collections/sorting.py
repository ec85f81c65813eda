words = ['banana', 'Apple', 'cherry', 'apple', 'Banana', 'fig']
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=lambda w: (len(w), w.lower(), w)), sorted(words, reverse=True))
pairs = [(3, 'c'), (1, 'b'), (3, 'a'), (2, 'z')]
print(sorted(pairs), sorted(pairs, key=lambda p: p[1]), sorted(pairs, key=lambda p: (-p[0], p[1])), sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True))
def bubble(a):
    a = a[:]
    for i in range(len(a)):
        for j in range(len(a) - 1 - i):
            if a[j] > a[j + 1]: a[j], a[j + 1] = a[j + 1], a[j]
    return a
def quick(a):
    if len(a) < 2: return a
    p, *rest = a
    return quick([x for x in rest if x < p]) + [p] + quick([x for x in rest if x >= p])
def merge(a):
    if len(a) < 2: return a
    m = len(a) // 2
    l, r, out = merge(a[:m]), merge(a[m:]), []
    while l and r: out.append(l.pop(0) if l[0] <= r[0] else r.pop(0))
    return out + l + r
seed, data = 42, []
for _ in range(40):
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    data.append(seed % 1000)
print(bubble(data) == quick(data) == merge(data) == sorted(data), data[:5], sorted(data)[:5])
data.sort(key=lambda x: x % 10); print(data[:10])
print(sorted([True, False, 2, 0.5]), sorted([[1, 2], [1], []]), sorted('Hello World'), sorted({3: 'a', 1: 'b'}), sorted([float('inf'), -1, 0.0]))
