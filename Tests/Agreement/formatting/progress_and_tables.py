for done in (0, 3, 10):
    print(f'[{"#" * done}{"." * (10 - done)}] {done / 10:>6.1%}')
data = {'alpha': 1.5, 'beta': 22.75, 'gamma': 333}
w = max(map(len, data))
for k, v in data.items(): print(f'{k:{w}} | {v:8.2f} | {"*" * int(v // 20)}')
print('\t'.join(['a', 'b']).expandtabs(6), '%-10s|%+.1e' % ('left', 12345.678), '{:>{}}'.format('right', 8), '{0:^9}|{0:*^9}'.format('mid'))
