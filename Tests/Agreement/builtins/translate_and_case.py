table = str.maketrans('aeiou', '12345', 'xyz')
print('education xyz'.translate(table), 'abc'.translate({97: 'AA', 98: None}), str.maketrans({'a': 'b', 'c': None}))
for w in ['hello world', 'HELLO', 'hELLO wORLD', "don't stop", '3rd place', 'mcDonald', 'ñandú', '']:
    print(repr(w), w.upper(), w.lower(), w.title(), w.capitalize(), w.swapcase(), w.casefold())
