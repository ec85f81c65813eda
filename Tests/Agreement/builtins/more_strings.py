s = 'The quick brown fox'
print(s.split(), s.split('q'), s.rsplit(None, 1), s.partition(' '), s.rpartition(' '), s.find('quick'), s.rfind('o'), s.index('b'), s.count('o'), s.replace('quick', 'slow'), s.replace('o', '0', 1))
print(s.upper(), s.lower(), s.title(), s.swapcase(), s.casefold(), 'straße'.upper(), 'ǆ'.title(), 'ΑΣ'.lower(), 'ß'.casefold())
print('  x '.strip() + '|', 'xxaxx'.strip('x'), 'abcba'.lstrip('ab'), 'abc'.rstrip('bc'), 'a\tb'.expandtabs(4), '7'.zfill(3), '-7'.zfill(4), 'x'.center(6, '*'), 'ab'.center(5), 'x'.ljust(3) + '|', 'x'.rjust(3))
print('a\nb\r\nc\x0bd'.splitlines(), 'a\n'.splitlines(True), ''.split(), ''.split(','), 'a,,b'.split(','), ' a  b '.split(' '), 'abc'.startswith(('x', 'ab')), 'abc'.endswith('c', 0, 2), 'abc'.removeprefix('a'), 'abc'.removesuffix('x'))
print('é日🐦'[1], len('é日🐦'), 'é日🐦'.find('🐦'), 'é日🐦'[::-1], 'é日🐦'.encode(), b'\xc3\xa9'.decode(), 'é'.encode('latin-1'), 'aé'.encode('ascii', 'replace'), b'a\xff'.decode(errors='replace'))
print('abc'.translate({97: 'X', 98: None}), 'abc'.translate(str.maketrans('ab', 'xy', 'c')), 'a-b'.join(['1', '2']), '%s %r %5.2f %-5d| %05d %x %%' % ('a', 'b', 3.14159, 42, 42, 255), '%(k)s' % {'k': 1})
print('{} {0}'.replace('0', '').format(1, 2), '{a[0]} {b.real} {c!r:>5}'.format(a=[1], b=2, c='x'), '{:{w}.{p}f}'.format(3.14159, w=8, p=2), '{{}}'.format(), '{:,} {:_} {:+} {:e} {:%} {:#x} {:>+8.1f}'.format(1234567, 1234567, 5, 12345.678, .25, 255, 2.5))
print('a'.isalpha(), '1'.isdigit(), '½'.isnumeric(), ' '.isspace(), 'Ab'.istitle(), 'a1'.isalnum(), 'a b'.isidentifier(), 'AB'.isupper(), 'é'.isascii(), '\n'.isprintable())
for call in [lambda: 'a'.join([1]), lambda: 'a'.join(5), lambda: 'abc'.index('z'), lambda: 'a'.split(''), lambda: 'a'.split(1), lambda: 'a'.center(5, 'ab'), lambda: '{} {1}'.format(1, 2), lambda: '{x}'.format(), lambda: '{'.format(), lambda: '%d' % 'a', lambda: '%d %d' % (1,), lambda: '%d' % (1, 2), lambda: '%z' % 1, lambda: 'a'.encode('none'), lambda: b'\xff'.decode(), lambda: 'é'.encode('ascii'), lambda: 'a'.startswith(1), lambda: 'x'.replace(1, 2), lambda: format('a', 'd'), lambda: int('x'), lambda: int('1', 99), lambda: float('y'), lambda: 'a'.upper(1), lambda: 'a' + 1, lambda: 'a'['b'], lambda: 'a'[5]]:
    try: print('no error', call())
    except Exception as error: print(type(error).__name__, error)
