rows = [line.split(',') for line in '''month,city,rain
jan,oslo,50
jan,rome,70
feb,oslo,40
feb,rome,65
mar,rome,60'''.splitlines()]
head, *body = rows
records = [dict(zip(head, r)) for r in body]
months = list(dict.fromkeys(r['month'] for r in records))
cities = sorted({r['city'] for r in records})
cell = {(r['month'], r['city']): int(r['rain']) for r in records}
print('month'.ljust(6) + ''.join(c.rjust(6) for c in cities) + ' total')
for m in months:
    values = [cell.get((m, c)) for c in cities]
    print(m.ljust(6) + ''.join(('-' if v is None else str(v)).rjust(6) for v in values) + f'{sum(v or 0 for v in values):>6}')
print('mean'.ljust(6) + ''.join(f'{sum(v for (m, k), v in cell.items() if k == c) / sum(k == c for m, k in cell):>6.1f}' for c in cities))
