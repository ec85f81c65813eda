from collections import namedtuple
Row = namedtuple("Row", "id name score")
rows = [Row(i, n, s) for i, (n, s) in enumerate([("a", 2.5), ("b", 1.0)])]
print(rows, rows[0].name, sum(r.score for r in rows), max(rows, key=lambda r: r.score).name, [r._asdict() for r in rows][1])
print(sorted(rows, key=lambda r: r.score)[0]._replace(score=9))
