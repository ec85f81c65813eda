m = [[i * 3 + j for j in range(3)] for i in range(3)]
print(m, [r[1] for r in m], [m[i][i] for i in range(3)], [m[i][2 - i] for i in range(3)], [list(c) for c in zip(*m)], [r[::-1] for r in m], list(map(sum, m)), sum(sum(r) for r in m), max(x for r in m for x in r), [[x * 2 for x in r] for r in m])
m[1][1] = 'X'
for r in m: print(' '.join(f'{x!s:>2}' for x in r))
rotated = [list(r) for r in zip(*m[::-1])]
print(rotated, [x for r in rotated for x in r if isinstance(x, int) and x % 2])
