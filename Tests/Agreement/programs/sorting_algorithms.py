def bubble(a):
    a = a[:]
    for i in range(len(a)):
        for j in range(len(a) - 1 - i):
            if a[j] > a[j + 1]:
                a[j], a[j + 1] = a[j + 1], a[j]
    return a

def insertion(a):
    a = a[:]
    for i in range(1, len(a)):
        x, j = a[i], i - 1
        while j >= 0 and a[j] > x:
            a[j + 1] = a[j]
            j -= 1
        a[j + 1] = x
    return a

def quick(a):
    if len(a) < 2:
        return a
    p, *rest = a
    return quick([x for x in rest if x < p]) + [p] + quick([x for x in rest if x >= p])

def merge_sort(a):
    if len(a) < 2:
        return a
    mid = len(a) // 2
    left, right, out = merge_sort(a[:mid]), merge_sort(a[mid:]), []
    while left and right:
        out.append(left.pop(0) if left[0] <= right[0] else right.pop(0))
    return out + left + right

def counting(a):
    counts = [0] * (max(a) + 1)
    for x in a:
        counts[x] += 1
    return [x for x, n in enumerate(counts) for _ in range(n)]

data = [(i * 7919) % 101 for i in range(40)]
for f in (bubble, insertion, quick, merge_sort, counting):
    print(f.__name__, f(data) == sorted(data), f(data)[:5])
