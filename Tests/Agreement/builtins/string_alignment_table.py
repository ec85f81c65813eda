rows = [('name', 'qty', 'price'), ('apple', 3, 1.5), ('banana', 12, 0.25), ('kiwi', 100, 12.0)]
for n, q, p in rows:
    print(str(n).ljust(8, '.') + str(q).rjust(5) + str(p).center(9, '-') + '|')
for n, q, p in rows[1:]:
    print(f'{n:>8}|{q:^7}|{p:<8.2f}|{q * p:+9.2f}|{n!r:10}|')
print('%-8s|%5s|%8s' % rows[0])
for r in rows[1:]: print('%-8s|%5d|%8.2f' % r)
