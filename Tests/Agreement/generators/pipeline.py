def numbers(text):
    for line in text.splitlines():
        line = line.strip()
        if line and not line.startswith('#'): yield line
def parse(lines):
    for n, line in enumerate(lines, 1):
        try: yield n, float(line)
        except ValueError: yield n, None
def valid(pairs): return (p for p in pairs if p[1] is not None)
def running(pairs):
    total = 0
    for n, x in pairs:
        total += x
        yield n, x, total
text = """
# a comment
1.5
two
3
  4.25

-1e1
"""
for row in running(valid(parse(numbers(text)))): print('%d %6.2f %6.2f' % row)
def take(n, it):
    for _, x in zip(range(n), it): yield x
def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found if p * p <= n):
            found.append(n)
            yield n
        n += 1
print(list(take(10, primes())))
def batches(items, size):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch: yield batch
print(list(batches(range(7), 3)), [sum(b) for b in batches(take(6, primes()), 2)])
def windows(items, n):
    items = list(items)
    yield from (items[i:i + n] for i in range(len(items) - n + 1))
print(list(windows('abcd', 2)))
