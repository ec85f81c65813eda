import re
text = 'Ada: 36, Bob: 25, Cid: unknown, ada@example.org'
print(re.findall(r'\w+: \d+', text), re.findall(r'(\w+): (\d+)', text), re.search(r'\d+', text), re.match('Ada', text).span(), re.match('Bob', text), re.fullmatch(r'\d+', '123').group())
m = re.search(r'(?P<user>\w+)@(?P<host>[\w.]+)', text)
print(m.group(), m.groups(), m.groupdict(), m['user'], m.start('host'), m.end(), m.span(1), m.string[m.start():m.end()], m.lastgroup, m.re.pattern)
print(re.sub(r'\d', '#', text), re.sub(r'(\w+): (\w+)', r'\2=\1', text, count=1), re.sub('a', lambda m: m.group().upper(), 'banana'), re.subn('a', 'o', 'banana'), re.split(r'[,:]\s*', 'a, b:c'), re.split(r'(-)', 'a-b-c'), re.split('x', 'axbxc', 1))
print([m.group() for m in re.finditer('[aeiou]', 'education')], re.findall('a|b', 'cab'), re.findall(r'\bcat\b', 'cat concat cat'), re.findall('^a', 'a\na', re.M), re.findall('A', 'aA', re.I), re.findall('a.b', 'a\nb axb', re.S), re.compile(r'''
    \d+   # number
    \s*px # unit
''', re.X).findall('10 px 5px'))
print(re.findall(r'(?<=\$)\d+', '$5 6 $7'), re.findall(r'\d+(?!px)\b', '5px 6em 7'), re.findall('a+?', 'aaa'), re.findall('<.+?>', '<a><b>'), re.escape('a.b*c'), re.sub(r'(?i)HELLO', 'bye', 'Hello'), bool(re.search('x*', '')), re.sub('', '-', 'ab'), re.findall(r'(a)(b)?', 'ab a'))
p = re.compile(r'(\d{1,3})\.(\d{1,3})')
print(p.pattern, p.groups, p.search('ip 10.20').groups(), p.sub(r'\g<2>.\1', '1.2'), p.findall('1.2 3.4'), p.match('x1.2'), p.match('x1.2', 1).group(), repr(p))
for bad in ('(', '[', '*a', 'a{2,1}', '(?P<1>a)', r'\1', '(?P<a>x)(?P<a>y)', 'a**'):
    try:
        re.compile(bad)
    except re.error as error:
        print(repr(bad), error)
try:
    m.group('nope')
except IndexError as error:
    print(error)
