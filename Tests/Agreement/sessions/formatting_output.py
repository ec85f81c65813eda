rows = [("a", 1, 2.5), ("bcd", 22, 3.14159)]
for r in rows: print("{:<5}|{:>4}|{:8.3f}".format(*r))
print(*["=" * 5, "-" * 5], sep="+", end="|\n")
print("%s has %d items costing %.2f" % rows[0], f"{rows[1][0]!r:>8}", str(rows[0][2]).zfill(6), sep="\n")
