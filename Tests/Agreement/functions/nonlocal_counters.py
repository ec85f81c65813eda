def make():
    hits = misses = 0
    def hit(ok=True):
        nonlocal hits, misses
        if ok: hits += 1
        else: misses += 1
    def report(): return f'{hits}/{hits + misses}'
    hit.report = report
    return hit
h = make()
for ok in (True, False, True): h(ok)
print(h.report(), make().report())
