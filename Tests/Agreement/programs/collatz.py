cache = {1: 1}
def length(n):
    path = []
    while n not in cache:
        path.append(n)
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps = cache[n]
    for m in reversed(path):
        steps += 1
        cache[m] = steps
    return steps
best = max(range(1, 3000), key=length)
print(best, length(best), len(cache) > 3000)
n, trail = 27, [27]
while n != 1: trail.append(n := n // 2 if n % 2 == 0 else 3 * n + 1)
print(len(trail), max(trail), trail[:10], trail[-5:])
