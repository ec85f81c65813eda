rows = [('2024-01', 'rent', 500), ('2024-01', 'food', 200), ('2024-02', 'rent', 500), ('2024-02', 'fun', 80)]
from collections import defaultdict
by_month, by_kind = defaultdict(int), defaultdict(list)
for month, kind, amount in rows:
    by_month[month] += amount
    by_kind[kind].append(amount)
print(dict(by_month), dict(by_kind), {k: sum(v) / len(v) for k, v in by_kind.items()}, max(by_month, key=by_month.get))
table = {m: {k: a for mm, k, a in rows if mm == m} for m in by_month}
for m, ks in table.items(): print(m, ' '.join(f'{k}={v:>5}' for k, v in sorted(ks.items())))
