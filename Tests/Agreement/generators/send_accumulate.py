def running():
    total = 0
    while True:
        x = yield total
        if x is None: continue
        total += x
r = running()
print(next(r), r.send(5), r.send(10), next(r), r.send(-3))
def stats():
    n = s = 0
    result = None
    while True:
        x = yield result
        n, s = n + 1, s + x
        result = s / n
st = stats(); next(st)
print([st.send(v) for v in (10, 20, 60)])
