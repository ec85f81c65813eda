def merge(intervals):
    out = []
    for a, b in sorted(intervals):
        if out and a <= out[-1][1]: out[-1][1] = max(out[-1][1], b)
        else: out.append([a, b])
    return out
def gaps(intervals, start, end):
    for a, b in merge(intervals):
        if a > start: yield start, a
        start = max(start, b)
    if start < end: yield start, end
meetings = [(9, 10), (13, 15), (9.5, 11), (14, 14.5), (16, 17)]
print(merge(meetings), list(gaps(meetings, 8, 18)), sum(b - a for a, b in merge(meetings)), merge([]))
def overlap(a, b): return max(0, min(a[1], b[1]) - max(a[0], b[0]))
print([(x, y) for i, x in enumerate(meetings) for y in meetings[i + 1:] if overlap(x, y)])
