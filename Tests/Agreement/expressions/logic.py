def t(x): print('t', x); return x
print(t(1) and t(2), t(0) and t(2), t(1) or t(2), t(0) or t(2))
print(t(0) or t('') or t([]) or t('last'))
print(t(1) and t(2) and t(0) and t(3))
print(not t(0), not not t(3))
print(1 if t(True) else t(2), t(1) if False else 2)
for x in (0, 1, 0.0, 0.1, '', 'a', [], [0], (), (0,), {}, {0: 0}, set(), {0}, None, range(0), range(1), b'', b'0'):
    print(repr(x), bool(x), 'yes' if x else 'no', x or 'default')
class Falsy:
    def __bool__(self): return False
class Empty:
    def __len__(self): return 0
print(bool(Falsy()), bool(Empty()), Falsy() or 1, not Empty())
