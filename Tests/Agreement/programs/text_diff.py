def diff(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            table[i][j] = table[i + 1][j + 1] + 1 if a[i] == b[j] else max(table[i + 1][j], table[i][j + 1])
    i = j = 0
    while i < len(a) and j < len(b):
        if a[i] == b[j]:
            yield ' ', a[i]
            i, j = i + 1, j + 1
        elif table[i + 1][j] >= table[i][j + 1]:
            yield '-', a[i]
            i += 1
        else:
            yield '+', b[j]
            j += 1
    yield from (('-', x) for x in a[i:])
    yield from (('+', x) for x in b[j:])
old, new = 'one two three four'.split(), 'one 2 three four five'.split()
for sign, line in diff(old, new): print(sign, line)
print(''.join(f'{s}{c}' for s, c in diff('kitten', 'sitting')), list(diff([], [])))
