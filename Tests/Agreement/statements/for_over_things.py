for x in (1, 'a', None): print(x, end=' ')
for i, c in enumerate('ab', 10): print(i, c, end=' ')
for (a, b), c in [((1, 2), 3)]: print(a, b, c, end=' ')
for a, *b in ['xyz', [1]]: print(a, b, end=' ')
for k, v in {'p': 1}.items(): print(k, v, end=' ')
for b in b'ab': print(b, end=' ')
for line in 'x\ny'.split('\n'): print(line, end=' ')
for x in reversed(range(3)): print(x, end=' ')
for x in sorted({'b', 'a'}): print(x, end=' ')
obj = type('O', (), {})()
for obj.attr in range(3): pass
lst = [0]
for lst[0] in 'end': pass
print(obj.attr, lst)
