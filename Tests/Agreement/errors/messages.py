d, l, s = {'a': 1}, [1, 2], 'text'
class C: pass
actions = [
    lambda: undefined, lambda: d['missing'], lambda: d[5], lambda: l[5], lambda: l[-5], lambda: l['a'], lambda: s[10],
    lambda: (1,)[3], lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1.5 // 0, lambda: 1.5 % 0.0,
    lambda: 0 ** -1, lambda: int('x'), lambda: int('1.5'), lambda: int(''), lambda: float('x'), lambda: int([1]),
    lambda: 'a' + 1, lambda: 1 + 'a', lambda: [] + (), lambda: {} + {}, lambda: None + 1, lambda: -'a', lambda: ~1.5,
    lambda: 'a' - 'b', lambda: 'a' * 1.5, lambda: [1] * 'a', lambda: 1 < 'a', lambda: [] < 1, lambda: max(1, 'a'),
    lambda: len(5), lambda: len(None), lambda: abs('a'), lambda: None.x, lambda: l.foo, lambda: s.foo(), lambda: C().x,
    lambda: C.y, lambda: (5).x, lambda: 5(), lambda: None(), lambda: s(), lambda: 5[0], lambda: None[0], lambda: C()[0],
    lambda: iter(5), lambda: list(5), lambda: sum(['a']), lambda: sum([[1], [2]]), lambda: sorted([1, 'a']), lambda: max([]), lambda: min(()),
    lambda: [].pop(), lambda: l.pop(10), lambda: l.remove(9), lambda: l.index(9), lambda: {}.popitem(), lambda: d.pop('z'),
    lambda: set().pop(), lambda: {1}.remove(2), lambda: 'a'.index('b'), lambda: chr(-1), lambda: ord('ab'), lambda: ord(5),
    lambda: range(1, 2, 0), lambda: range('a'), lambda: [1, 2, 3][::0], lambda: int('12', 1), lambda: round('a'), lambda: 'abc'.encode('nope'),
    lambda: isinstance(1, 5), lambda: next(iter([])), lambda: hash([]), lambda: {[]: 1}, lambda: {[1]}, lambda: 'x' in 5, lambda: 1 in 'abc',
    lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: 2 ** 'a', lambda: 1 << -1, lambda: 1 << 'a', lambda: 1.5 << 1, lambda: 10 ** 400 * 1.0,
    lambda: float(10 ** 400), lambda: int(float('inf')), lambda: int(float('nan')), lambda: 'abc'.split(''), lambda: open('/no/such/file'), lambda: bytes([300]),
    lambda: getattr(5, 'zzz'), lambda: object().x, lambda: print(1, foo=2), lambda: int(1, 2, 3), lambda: {}.update(5), lambda: [].extend(5), lambda: [].append(),
]
for number, action in enumerate(actions):
    try: print(number, 'no error', action())
    except Exception as error: print(number, type(error).__name__, error)
