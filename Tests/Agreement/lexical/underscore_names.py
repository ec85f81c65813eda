_, __, _a, a_, __b__ = range(5)
print(_, __, _a, a_, __b__)
for _ in range(2): pass
print(_)
class A:
    __hidden = 1
    _soft = 2
    __both__ = 3
print(sorted(n for n in vars(A) if 'hidden' in n or 'soft' in n or 'both' in n))
