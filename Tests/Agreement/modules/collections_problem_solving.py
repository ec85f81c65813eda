from collections import Counter, defaultdict, deque, OrderedDict
text = 'she sells sea shells by the sea shore'
print(Counter(text.split()).most_common(2), Counter(c for c in text if c in 'aeiou'))
index = defaultdict(list)
for i, w in enumerate(text.split()): index[w[0]].append((i, w))
print(dict(index))
window, best = deque(maxlen=3), 0
for n in [1, 5, 2, 8, 3]:
    window.append(n)
    best = max(best, sum(window))
print(best, list(window), list(OrderedDict.fromkeys('abracadabra')))
