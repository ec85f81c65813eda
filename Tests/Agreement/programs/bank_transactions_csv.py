import csv, io
from decimal import Decimal
from collections import defaultdict
text = '''date,account,amount
2024-01-01,A,100.10
2024-01-02,B,-20.05
2024-01-03,A,-50.00
2024-01-04,C,oops
'''
totals, problems = defaultdict(Decimal), []
for n, row in enumerate(csv.DictReader(io.StringIO(text)), 2):
    try:
        totals[row['account']] += Decimal(row['amount'])
    except ArithmeticError:
        problems.append((n, row['amount']))
for account, total in sorted(totals.items()):
    print(f'{account} {total:>8}')
print(problems, sum(totals.values()))
out = io.StringIO()
w = csv.writer(out, lineterminator='\n')
w.writerow(['account', 'total'])
w.writerows(sorted(totals.items()))
print(out.getvalue())
