from itertools import zip_longest
columns = {"a": [1, 2, 3], "b": [4], "c": []}
print("\t".join(columns))
for row in zip_longest(*columns.values(), fillvalue="-"): print(*row, sep="\t")
print(list(zip(*columns.values())), dict(zip(columns, map(len, columns.values()))))
