print('a\tb', r'a\tb', "it's", 'say "hi"', '''triple
line''', b'bytes\x00', br'\d', rb'\w', u'text', R'raw\n')
print('con' 'cat' "ena" 'ted', ('long '
      'string'))
print('\x41\u0042\U00000043\103\N{GREEK SMALL LETTER ALPHA}', '\a\b\f\v\0'.encode())
print('back\\slash', '\'', "\"", 'new\
line')
print(len('\n'), len(r'\n'), len(b'\xff'), '\r\n'.splitlines())
