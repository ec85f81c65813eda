print('a' + 'b', 'ab' * 3, 3 * 'ab', 'a' * 0, 'a' * -1, 'abc'[1], 'abc'[-1], 'b' in 'abc', 'abc' == 'abc', 'a' < 'b')
print('%s is %d years and %.1f%%' % ('Ada', 36, 99.5), '%5d|%-5d|%05d|%+d' % (42, 42, 42, 42), '%x %X %o %e %g' % (255, 255, 8, 12345.678, 0.0001))
print('%r %s %a' % ('é', 'é', 'é'), '%(name)s=%(value)d' % {'name': 'x', 'value': 5}, '%c%c' % (65, 'B'), '%10.3s|' % 'abcdef', '%%', '%*d' % (6, 42))
for bad in (lambda: 'a' + 1, lambda: 'a' * 'b', lambda: 'a' - 'b', lambda: '%d' % 'x', lambda: '%s %s' % 'a', lambda: '%s' % (1, 2), lambda: '%z' % 1, lambda: 'a' * 1.5, lambda: 1 + 'a'):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
