s = ('one '
     'two '
     f'{1 + 2} '
     r'\n')
print(s)
t = 'a\
b'
print(t, len(t))
u = """line 1
  line 2\
 joined
\tline 3"""
print(u)
