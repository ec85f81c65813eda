import csv, io
text = 'name,age,city\nAda,36,"London, UK"\n"Bob ""the"" Builder",25,\n\nCid,40,Paris\n'
for row in csv.reader(io.StringIO(text)): print(row)
rows = list(csv.DictReader(io.StringIO(text)))
print(rows, [r['name'] for r in rows])
out = io.StringIO()
w = csv.writer(out)
w.writerow(['a', 1, 2.5, None, True, 'with, comma', 'with "quote"', 'line\nbreak'])
w.writerows([[1, 2], ['x', 'y']])
print(repr(out.getvalue()))
out = io.StringIO()
w = csv.DictWriter(out, fieldnames=['id', 'name'])
w.writeheader(); w.writerow({'id': 1, 'name': 'x'}); w.writerow({'id': 2})
print(out.getvalue().splitlines())
try:
    w.writerow({'bad': 1})
except ValueError as error:
    print(error)
print(list(csv.reader(['a;b;c', "d;'e;f';g"], delimiter=';', quotechar="'")), list(csv.reader(['a\tb'], 'excel-tab')), list(csv.reader(['1,2', '3'], quoting=csv.QUOTE_NONNUMERIC)))
out = io.StringIO()
csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator='\n').writerow([1, 'a'])
csv.writer(out, delimiter='|', lineterminator='\n').writerow([1, 'a|b'])
print(out.getvalue())
print(list(csv.DictReader(io.StringIO('a,b\n1,2,3\n4\n'), restkey='more', restval='-')))
