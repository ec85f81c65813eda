from collections import deque
q, served, clock = deque(), [], 0
arrivals = [(0, 'a', 3), (1, 'b', 2), (4, 'c', 1)]
while arrivals or q:
    while arrivals and arrivals[0][0] <= clock: q.append(arrivals.pop(0))
    if not q:
        clock = arrivals[0][0]
        continue
    at, name, need = q.popleft()
    clock += need
    served.append((name, clock, clock - at - need))
print(served, clock)
ring = deque(range(7))
out = []
while ring:
    ring.rotate(-2)
    out.append(ring.popleft())
print(out)
