print(1 and 2, 0 and 2, 1 or 2, 0 or 2, None or 'x', '' or [] or 'last', 'a' and '' and 'b', not [], not 'x', not not 5)
def t(name): print(name); return True
def f(name): print(name); return False
print(t('a') and f('b') or t('c'))
print(f('a') and t('b'), t('c') or f('d'))
print(all([]), any([]), all([1, 'a']), any([0, '']), all(x > 0 for x in (1, 2)), any(x > 5 for x in (1, 9)))
values = [0, 1, '', 'a', [], [0], {}, {0: 0}, None, 0.0, -0.0, 0.1, (), (0,), set(), b'', b'a', range(0), range(1), float('nan')]
print([bool(v) for v in values])
print(True + True, True * 5, sum([True, False, True]), False == 0, True is True, isinstance(True, int), ~True, True & False, True ^ True, -True)
x = None
print(x is None, x is not None, x == None, 'yes' if not x else 'no', (x or 5) + 1)
