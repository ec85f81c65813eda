from functools import reduce, partial
from itertools import chain, count, islice, product, combinations, permutations, accumulate, groupby, repeat, cycle, zip_longest, takewhile, dropwhile, starmap
from operator import itemgetter, attrgetter, add, mul
print(reduce(add, [1, 2, 3]), reduce(lambda a, b: a + [b], 'ab', []), partial(print, 'p', sep='-')('x'))
print(list(chain([1], 'a')), list(islice(count(5), 3)), list(islice('abcdef', 1, 5, 2)), list(product('ab', [1, 2])), list(product([0, 1], repeat=2)))
print(list(combinations('abc', 2)), list(permutations('abc', 2)), list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], mul)), list(chain.from_iterable(['ab', 'c'])))
print([(k, list(g)) for k, g in groupby('aabbca')], list(repeat(1, 3)), list(islice(cycle('ab'), 5)), list(zip_longest('abc', [1], fillvalue='-')))
print(list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(starmap(pow, [(2, 3), (3, 2)])))
print(sorted([(1, 'b'), (0, 'c')], key=itemgetter(1)), itemgetter(0, 2)('abc'), attrgetter('real')(5))
from collections import Counter, defaultdict, namedtuple, deque, OrderedDict
c = Counter('abracadabra'); print(c.most_common(2), c['a'], c['z'], sum(c.values()))
d = defaultdict(int)
for w in 'a b a'.split(): d[w] += 1
print(dict(d), d['new'], len(d))
P = namedtuple('P', 'x y'); p = P(1, y=2); print(p, p.x, p[1], p._replace(x=5), p == (1, 2), [*p])
q = deque([1, 2, 3], maxlen=3); q.append(4); q.appendleft(0); print(q, q.pop(), q.popleft(), list(q))
print(OrderedDict(a=1)['a'])
