from functools import cache
def lcs(a, b):
    table = [[''] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a, 1):
        for j, y in enumerate(b, 1):
            table[i][j] = table[i - 1][j - 1] + x if x == y else max(table[i - 1][j], table[i][j - 1], key=len)
    return table[-1][-1]
@cache
def edit(a, b):
    if not a or not b: return len(a) + len(b)
    if a[-1] == b[-1]: return edit(a[:-1], b[:-1])
    return 1 + min(edit(a[:-1], b), edit(a, b[:-1]), edit(a[:-1], b[:-1]))
def knapsack(items, capacity):
    best = [0] * (capacity + 1)
    for weight, value in items:
        for c in range(capacity, weight - 1, -1): best[c] = max(best[c], best[c - weight] + value)
    return best[capacity]
def coins(total, kinds):
    ways = [1] + [0] * total
    for k in kinds:
        for n in range(k, total + 1): ways[n] += ways[n - k]
    return ways[total]
def longest_increasing(a):
    best = []
    for i, x in enumerate(a): best.append(max([best[j] for j in range(i) if a[j] < x], default=0) + 1)
    return max(best)
print(lcs('AGGTAB', 'GXTXAYB'), edit('kitten', 'sitting'), knapsack([(1, 1), (3, 4), (4, 5), (5, 7)], 7), coins(100, [1, 5, 10, 25, 50]), longest_increasing([10, 9, 2, 5, 3, 7, 101, 18]))
def max_subarray(a):
    best = here = a[0]
    for x in a[1:]:
        here = max(x, here + x)
        best = max(best, here)
    return best
print(max_subarray([-2, 1, -3, 4, -1, 2, 1, -5, 4]), edit.cache_info().currsize > 10)
