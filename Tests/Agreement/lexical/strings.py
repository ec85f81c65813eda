print('single', "double", '''triple''', """also""")
print('a' 'b' "c" '''d''')
print(r'raw \n \t', R"\d+", 'not raw \\n')
print('tab\there', 'new\nline', 'quote\'s', "quote\"s")
print('\x41\101\u0041\U00000041\N{LATIN CAPITAL LETTER A}')
print('bell' if '\a' == '\x07' else 'no', len('\0\1\2'))
print('joined \
line')
print('''several
lines, 'quoted' "text"
end''')
print('unknown \\q escapes', len(r'\''))
print(u'unicode', 'é鳥🐦', len('é鳥🐦'))
print("it's", 'say "hi"', 'both \' and "')
print(repr("it's"), repr('say "hi"'), repr('both \' and "'), repr('\n\t\\\x00\x7f\xa0é鳥'))
