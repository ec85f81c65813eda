print('{} {} {}'.format(1, 'a', None), '{0} {1} {0}'.format('x', 'y'), '{a} {b}'.format(a=1, b=2), '{0[1]} {0[0]}'.format([5, 6]), '{d[key]}'.format(d={'key': 'v'}), '{0.real}'.format(3))
print('{:>8}|{:<8}|{:^8}'.format('r', 'l', 'c'), '{:{w}.{p}f}'.format(3.14159, w=10, p=2), '{!r} {!s} {!a}'.format('é', 'é', 'é'), '{{}}'.format(), '{:,} {:.2%} {:#x}'.format(1234567, .5, 255))
print('{:%Y-%m-%d}'.format(__import__('datetime').date(2024, 3, 5)), '{0:{1}}'.format('x', '>5'), 'a{}b{}c'.format(*'12'), '{x}{y}'.format(**{'x': 1, 'y': 2}), '{:5}{:5}'.format('ab', 12))
class P:
    x, y = 1, [2, 3]
print('{p.x} {p.y[1]}'.format(p=P()), '{:<{}}|'.format('a', 4), '{0:>{1}}'.format('b', 3), '%s' % (P.y,), '{}'.format([1, 'a']))
print('{:d}'.format(True), '{}'.format(True), '{:5}|{:<5}|'.format(True, None if False else 'n'), f'{None!s:>6}', f'{(1, 2)!s:>8}')
'{map}'.format_map
print('{a}'.format_map({'a': 1}))
for bad in ('{', '}', '{0} {}', '{a', '{:d}'):
    try:
        print(bad.format('x', a=1))
    except Exception as error:
        print(type(error).__name__, error)
