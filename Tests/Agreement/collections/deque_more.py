from collections import deque
d = deque([1, 2, 3])
d.append(4); d.appendleft(0); d.extend([5, 6]); d.extendleft([-1, -2])
print(d, d.pop(), d.popleft(), len(d), d[0], d[-1], 3 in d, d.count(2), d.index(3))
d.rotate(2); print(d); d.rotate(-1); print(d); d.reverse(); print(d)
d.remove(3); d.insert(1, 'x'); d[0] = 'first'
print(d, list(d), d == deque(list(d)), bool(deque()), d.copy() is d, sorted(deque([3, 1])), deque('abc'), deque([1]) + deque([2]))
m = deque(maxlen=3)
for i in range(5): m.append(i)
print(m, m.maxlen, deque([1, 2, 3, 4], 2))
m.appendleft('L')
print(m)
for bad in (lambda: deque().pop(), lambda: deque([1])[5], lambda: deque([1]).remove(9), lambda: deque(5), lambda: deque([1, 2], -1)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
def last(n, items): return list(deque(items, n))
print(last(2, range(10)), deque(['a', 'b']) < deque(['b']), [x for x in deque('xy')], deque([1, 2]) * 2)
d.clear()
print(d)
