class A: pass
a = A()
for text in ['len(a)', 'a[0]', 'a()', 'a + 1', '1 + a', 'a < a', 'iter(a)', 'a in a', '-a', 'a.x', 'a @ a', 'next(a)', 'with_(a)', 'abs(a)', 'int(a)', 'float(a)', 'reversed(a)', 'hash(a) == hash(a)', 'a == a', 'bool(a)', 'a[0:1]', 'del_(a)', 'round(a)', 'a // 2', 'divmod(a, 1)', 'a ** 2', 'sorted([a, a])', 'max(a, a)', 'sum([a])', '"".join([a])', '"%d" % a', 'range(a)', '[1][a]', 'isinstance(1, a)', 'A < A', 'A[0]', 'A.y', 'len(A)']:
    try:
        print(text, eval(text))
    except (TypeError, AttributeError, NameError) as error:
        print(text, '->', type(error).__name__, error)
