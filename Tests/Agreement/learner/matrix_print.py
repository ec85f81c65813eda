m = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
for row in m: print(*row, sep="\t")
print([sum(r) for r in m], [sum(c) for c in zip(*m)], sum(m[i][i] for i in range(3)), [r[0] for r in m])
