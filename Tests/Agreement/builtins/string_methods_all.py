s = 'The quick brown fox'
print(s.lower(), s.upper(), s.title(), s.swapcase(), s.capitalize(), 'ß'.casefold(), s.split(), s.split('o'), s.rsplit(' ', 1), s.partition(' '), s.rpartition(' '))
print(s.find('q'), s.find('z'), s.rfind('o'), s.index('b'), s.count('o'), s.startswith('The'), s.endswith(('x', 'y')), s.replace('o', '0'), s.replace('o', '0', 1))
print('  pad '.strip(), 'xxhixx'.strip('x'), 'abc'.lstrip('a'), 'abc'.rstrip('c'), 'mississippi'.strip('mip'), 'a'.center(5, '*'), 'a'.ljust(4) + '|', 'a'.rjust(4), '42'.zfill(5), '-42'.zfill(6), '+5'.zfill(4))
print('abc'.isalpha(), 'ab1'.isalnum(), '12'.isdigit(), '½'.isnumeric(), '²'.isdigit(), '²'.isdecimal(), ' '.isspace(), ''.isspace(), 'Abc'.istitle(), 'ABC'.isupper(), 'a1'.islower(), 'x_1'.isidentifier(), '1x'.isidentifier(), 'é'.isascii())
print('-'.join(['a', 'b']), ''.join(reversed('abc')), 'a\tb'.expandtabs(4), 'one\ntwo\r\nthree'.splitlines(), 'a\nb\n'.splitlines(True), 'abc'.removeprefix('a'), 'abc'.removesuffix('bc'), 'abc'.removeprefix('x'))
print('hello'.translate(str.maketrans('el', 'ip')), 'hello'.translate({ord('l'): None, ord('o'): '0'}), str.maketrans('a', 'b', 'c'), 'a,b,,c'.split(','), ' a  b '.split(), 'a b c'.split(None, 1), ''.split(), ''.split(','))
print('abc' * 2, 'abc'[::-1], len('abc'), max('abc'), sorted('cab'), list('abc'), 'b' in 'abc', 'aXbX'.split('X'), 'abcabc'.find('c', 3), 'abc'.find('', 2), 'aaa'.count('aa'), ''.count(''), 'abc'.count(''))
print('Ångström'.lower(), 'ΑΒΓ'.lower(), 'ŉ'.upper(), 'İ'.lower().encode(), "they're bill's".title(), 'ABC'.isidentifier(), 'hello world'.title().swapcase())
