a, b = {1, 2, 3}, {3, 4}
print(a | b, a & b, a - b, a ^ b, a.union([9]), a.intersection(b, [3]), a.difference([1]), a.symmetric_difference([1, 7]), a.isdisjoint({9}), {1} < a, {1, 2, 3} <= a, a > {1}, a >= {5}, a == {3, 2, 1})
a.add(10); a.discard(99); a.remove(1); a.update([5, 6], {7})
print(sorted(a), len(a), 10 in a, a.pop() in range(20))
a &= {5, 6, 7}; a -= {5}; a ^= {6, 8}; a |= {1}
print(sorted(a), frozenset([1, 2]) | {3}, frozenset('ab') == {'a', 'b'}, {frozenset([1]): 'x'}[frozenset([1])], set('hello') == set('olleh'), set(), {1, 1.0, True}, set([1, [2]][0:1]))
c = a.copy(); c.clear(); print(c, set(range(3)), sorted({x % 3 for x in range(10)}), {*'ab'} == {'b', 'a'}, bool(set()), list({5}))
for bad in (lambda: {1}.remove(2), lambda: set().pop(), lambda: {[]}, lambda: {1} | [2], lambda: frozenset([1]).add(2), lambda: {1} + {2}):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
a = {3, 1, 2}
a.intersection_update([1, 2]); a.difference_update([2]); a.symmetric_difference_update({1, 9})
print(a, {1, 2}.issubset([1, 2, 3]), {1, 2}.issuperset([1]))
