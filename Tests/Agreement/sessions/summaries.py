sales = [("north", 10), ("south", 5), ("north", 7), ("east", 0)]
totals = {}
for region, n in sales: totals[region] = totals.get(region, 0) + n
print(totals, max(totals, key=totals.get), [r for r, n in totals.items() if not n])
for r, n in sorted(totals.items(), key=lambda kv: -kv[1]): print(f"{r:>6} {n:>3} {n / sum(totals.values()):.0%}")
