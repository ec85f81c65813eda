import re
log = '''2024-01-05 ERROR disk full (code 28)
2024-01-06 INFO started
2024-01-07 ERROR timeout (code 110)'''
pattern = re.compile(r'^(?P<day>\d{4}-\d\d-\d\d) (?P<level>[A-Z]+) (?P<text>.*?)(?: \(code (?P<code>\d+)\))?$', re.M)
for m in pattern.finditer(log): print(m.groupdict())
print(re.findall(r'code (\d+)', log), re.sub(r'\d{4}', 'YYYY', log).count('YYYY'), [m.start() for m in re.finditer('ERROR', log)], re.split(r'\s+', log.splitlines()[1]))
snake = lambda s: re.sub(r'(?<!^)(?=[A-Z])', '_', s).lower()
camel = lambda s: re.sub(r'_(\w)', lambda m: m[1].upper(), s)
print(snake('HelloBigWorld'), camel('hello_big_world'), re.sub(r'(\w+) (\w+)', r'\2 \1', 'first second'), bool(re.fullmatch(r'[\w.]+@\w+\.\w{2,}', 'a.b@c.org')), re.sub(r'\s+', ' ', ' a  b\n c ').strip())
