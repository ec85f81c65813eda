for spec in ('', 'd', '5', '<5', '>5', '^5', '05', '+', ' ', ',', '_', 'x', 'X', '#x', 'o', 'b', '#b', 'e', '.2f', '10.3f', '%', '=+6', '*^7', 'c', 'n', '+,', '08,'):
    try: print(repr(spec), [format(v, spec) for v in (0, 42, -7, 1234567)])
    except (ValueError, OverflowError) as error: print(repr(spec), 'error', error)
for spec in ('', '.2f', '.0f', 'e', '.3e', 'g', '.3g', '.10g', '%', '.1%', '10.2f', '<10.2f', '+.1f', '010.2f', ',.2f', 'E', 'G', '_.1f', '#.0f', '.0e', '5', '.3', '^12.3f', 'n'):
    print(repr(spec), [format(v, spec) for v in (0.0, 3.14159, -2.5, 1e10, 1.5e-7, 123456.789, float('inf'), float('nan'))])
for spec in ('', '5', '<5', '>5', '^5', '.2', '5.1', '*>6', 's', '_<4', '05'):
    print(repr(spec), [format(v, spec) + '|' for v in ('', 'abc', 'éab')])
for value, spec in ((5, 's'), ('a', 'd'), (5.5, 'd'), ('a', '+'), (5, 'q'), ([1], '5'), (None, '>5'), (5, '.2'), ('a', '=5'), (1, '5.5.5')):
    try: print(format(value, spec))
    except (ValueError, TypeError) as error: print(type(error).__name__, error)
print(format(True, 'd'), format(True), format(None, ''), format([1, 2]), f'{True:5}|', f'{2 ** 70:,}', f'{10 ** 25:e}', f'{-0.0:.1f}', f'{0.5:.0f}{1.5:.0f}{2.5:.0f}')
print([str(x) for x in (1e15, 1e16, 1e17, 123456789.0, 0.0001, 0.00001, 1.0e-10, 5e-324, 1.7976931348623157e308, 1/3, 100.0, 1e2, 2.5e20)])
print('%g %g %g %g' % (1e5, 1e6, 1e-4, 1e-5), '%.3g' % 1234.5, '%10.4f|' % 3.14159, '%-10.2e|' % 31415.9, '%+.2f' % 2, '% d' % 5, '%#x' % 255, '%05.1f' % 2.345)
