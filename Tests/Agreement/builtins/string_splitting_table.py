for s in ['a,b,c', 'a,,b', ',a,', '', 'abc', 'a, b']:
    print(repr(s), s.split(','), s.split(',', 1), s.rsplit(',', 1), s.partition(','), s.rpartition(','))
for s in ['a b', '  a  b ', '', ' ', 'a\tb\nc']:
    print(repr(s), s.split(), s.split(' '), s.split(None, 1), s.rsplit(None, 1), s.splitlines())
