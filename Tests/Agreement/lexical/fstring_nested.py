rows = [('a', 1.5), ('bb', 22.25)]
w = max(len(n) for n, _ in rows)
for n, v in rows: print(f'{n:<{w}} | {v:>{w + 5}.1f} | {"yes" if v > 2 else "no":^5}')
d = {'k': [1, {'z': 'deep'}]}
print(f"{d['k'][1]['z']} {d['k'][0]:03} {len(d)} {sum(x for x in [1, 2])} {'{' + 'x' + '}'}")
print(f'{3 > 2} {3 == 3!r} {not 1} {1 if 0 else 2} {lambda_() if (lambda_ := lambda: 7) else 0}')
