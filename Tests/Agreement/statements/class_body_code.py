class Table:
    rows = []
    for n in range(3):
        rows.append(n * n)
    if len(rows) > 2:
        size = 'large'
    else:
        size = 'small'
    total = sum(rows)
    def double(x): return x * 2
    doubled = double(total)
    del n
print(Table.rows, Table.size, Table.total, Table.doubled, hasattr(Table, 'n'))
