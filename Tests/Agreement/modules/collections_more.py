from collections import Counter, defaultdict, OrderedDict, namedtuple, deque
c = Counter('abracadabra')
print(c, c.most_common(2), c['z'], sum(c.values()), c.total(), sorted(c.elements())[:5])
c.update('aaa'); c.subtract({'b': 5}); print(c, c + Counter(b=10), c - Counter(a=100), +c, Counter(a=3) & Counter(a=1, b=2), Counter(a=3) | Counter(b=2))
print(Counter([1, 1, 2]) == {1: 2, 2: 1}, Counter(), dict(Counter('hi')), 'a' in c, len(c))
d = defaultdict(list)
for k, v in [('a', 1), ('b', 2), ('a', 3)]: d[k].append(v)
print(d, d['new'], 'x' in d, d.get('x'), dict(d), defaultdict(int, a=1)['b'])
o = OrderedDict(a=1, b=2, c=3); o.move_to_end('a'); print(o, o.popitem(), list(o)); o.move_to_end('c', last=False); print(list(o.items()), o == OrderedDict(b=2, c=3), o == {'b': 2, 'c': 3})
Point = namedtuple('Point', 'x y', defaults=[0])
p = Point(3); print(p, p.x, p[1], p._replace(y=5), p._asdict(), Point._fields, Point(*[1, 2]) == (1, 2), Point._make([7, 8]))
class Named(Point):
    def norm(self): return (self.x ** 2 + self.y ** 2) ** .5
print(Named(3, 4), Named(3, 4).norm(), isinstance(Named(1), tuple)); x, y = p; print(x, y)
q = deque([1, 2, 3], maxlen=3); q.append(4); q.appendleft(0); print(q, len(q), q[0], q[-1], list(q)); q.rotate(1); print(q, q.pop(), q.popleft(), 2 in q)
e = deque('abc'); e.extend('de'); e.extendleft('zy'); print(e, e.index('c'), e.count('a'), list(reversed(e))); e.remove('c'); e.rotate(-2); print(e, e == deque(list(e)))
for call in [lambda: deque().pop(), lambda: Point(), lambda: p._replace(z=1), lambda: namedtuple('A', 'x x'), lambda: namedtuple('A', 'def'), lambda: defaultdict(5), lambda: OrderedDict().popitem(), lambda: deque([1])[5]]:
    try: call()
    except (IndexError, TypeError, ValueError, KeyError) as error: print(type(error).__name__, error)
