text = 'naïve café 鳥 🐦 e\u0301'
print(len(text), text.upper(), text[::-1] == ''.join(reversed(text)))
print(text.index('鳥'), text[11], text[13], ord('🐦'), chr(128038))
print([c for c in '🐦é'], list('e\u0301'))
print('ß'.upper(), 'İ'.lower() == 'i\u0307', 'Σ'.lower(), 'ﬁ'.upper())
print('ä' < 'z', sorted(['z', 'ä', 'a', 'Z']), 'é' == 'e\u0301')
print('鳥'.center(5, '*'), 'é'.ljust(3) + '|', '%s|%3s' % ('鳥', 'é'))
print('a\u00a0b'.split(), 'x\u2028y'.splitlines(), '１２'.isdigit(), int('１２'))
print('é'.encode('utf-8'), 'é'.isalpha(), '_é'.isidentifier(), '鳥'.isupper())
for i, c in enumerate('añb'):
    print(i, c, ord(c), repr(c), ascii(c))
