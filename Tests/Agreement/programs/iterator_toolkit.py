def take(n, it):
    for _, x in zip(range(n), it): yield x
def chunked(it, n):
    chunk = []
    for x in it:
        chunk.append(x)
        if len(chunk) == n:
            yield chunk
            chunk = []
    if chunk: yield chunk
def sliding(it, n):
    window = []
    for x in it:
        window = (window + [x])[-n:]
        if len(window) == n: yield tuple(window)
def dedupe(it):
    last = object()
    for x in it:
        if x != last: yield x
        last = x
def repeat_until(f, stop):
    while (value := f()) != stop: yield value
source = iter([3, 1, 4, 1, 5])
print(list(take(3, 'abcdef')), list(chunked(range(7), 3)), list(sliding('abcd', 2)), ''.join(dedupe('aabbbca')), list(repeat_until(lambda: next(source), 5)))
