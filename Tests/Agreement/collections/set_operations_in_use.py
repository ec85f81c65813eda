a, b = {'ada', 'bob', 'cid'}, {'bob', 'dee'}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), len(a | b), a.isdisjoint({'x'}), 'bob' in a & b)
def unique(items):
    seen = set()
    return [i for i in items if not (i in seen or seen.add(i))]
print(unique([3, 1, 3, 2, 1]), len(set('mississippi')), sorted(set(range(10)) - set(range(0, 10, 3))), {len(w) for w in ['a', 'bb', 'cc']})
