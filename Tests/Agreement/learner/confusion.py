true, pred = list("aabbbc"), list("abbbcc")
kinds = sorted(set(true))
matrix = [[sum(t == a and p == b for t, p in zip(true, pred)) for b in kinds] for a in kinds]
for k, row in zip(kinds, matrix): print(k, row)
print(sum(t == p for t, p in zip(true, pred)) / len(true), [row[i] / sum(row) for i, row in enumerate(matrix)])
