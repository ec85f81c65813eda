lines = ['# comment', 'a=1', '', 'b=two', 'c = 3 ', 'bad']
def strip(lines):
    for line in lines: yield line.strip()
def no_comments(lines): return (l for l in lines if l and not l.startswith('#'))
def pairs(lines):
    for number, line in enumerate(lines, 1):
        if '=' not in line:
            print('skipping', number, repr(line))
            continue
        key, _, value = line.partition('=')
        yield key.strip(), value.strip()
def numbers(pairs):
    for k, v in pairs:
        try: yield k, int(v)
        except ValueError: yield k, v
print(dict(numbers(pairs(no_comments(strip(lines))))))
total = sum(n for n in (int(x) for x in '1 2 3 4'.split()) if n % 2)
print(total, max((len(w), w) for w in ['a', 'ccc', 'bbb']), ','.join(str(i) for i in range(4)), sorted(set(c for c in 'banana')), dict((i, i * i) for i in range(3)))
gen = (x for x in [3, 1, 2])
print(sorted(gen), list(gen), next((x for x in range(10) if x > 7), None), next((x for x in [] ), 'default'))
g = (print('lazy', i) or i for i in range(3))
print('made')
print(next(g))
