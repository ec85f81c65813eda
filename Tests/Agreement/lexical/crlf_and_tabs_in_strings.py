s = 'a\r\nb\tc\rd\x0be\x0cf\x1cg\u2028h'
print(s.splitlines(), s.split(), repr(s), len(s), s.expandtabs(2).count(' '))
