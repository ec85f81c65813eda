s = 'abracadabra'
for part in ['a', 'abra', 'ra', 'x', '']:
    print(repr(part), s.count(part), s.find(part), s.rfind(part), s.replace(part, '_'), s.replace(part, '', 2), s.startswith(part), s.endswith(part), part in s, s.find(part, 3), s.find(part, 3, 6), s.count(part, 4))
