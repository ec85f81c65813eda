for i in range(3): print(i, end=' ')
print()
for i in range(10, 0, -3): print(i, end=',')
print()
for i, c in enumerate('abc', 1): print(i, c)
for a, b, *c in [(1, 2, 3, 4), 'xy']: print(a, b, c)
for k, v in {'a': 1, 'b': 2}.items(): print(k, v)
for x in range(5):
    if x == 1: continue
    if x == 3: break
    print('x', x)
else:
    print('not printed')
for x in []: pass
else: print('empty loop else')
n = 5
while n:
    n -= 1
    if n == 3: continue
    print('n', n)
else:
    print('while else')
while True:
    n += 1
    if n > 3: break
print(n, x, i)
for i in range(3):
    for j in range(3):
        if j == 2: break
        if i == 1: continue
        print(i, j)
    else:
        print('no')
for i in range(3): i = 10
print(i)
items = [1, 2, 3]
for item in items:
    if item < 3: items.append(item + 10)
print(items)
d = {}
for d['key'] in range(3): pass
print(d)
for letter in 'ab':
    def show(): return letter
print(show())
