from collections import Counter
a, b = 'listen', 'silent'
print(Counter(a) == Counter(b), (Counter('banana') - Counter('ban')).most_common(), Counter('aab') & Counter('abb'), sum((Counter('hello') + Counter('world')).values()))
def first_unique(s):
    c = Counter(s)
    return next((ch for ch in s if c[ch] == 1), None)
print(first_unique('swiss'), first_unique('aabb'), [k for k, v in Counter([1, 1, 2, 3, 3]).items() if v > 1], Counter(len(w) for w in 'a bb cc ddd'.split()))
