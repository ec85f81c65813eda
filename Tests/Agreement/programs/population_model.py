def simulate(rabbits, foxes, steps, birth=0.1, hunt=0.002, grow=0.001, death=0.08):
    history = [(rabbits, foxes)]
    for _ in range(steps):
        rabbits, foxes = (rabbits + birth * rabbits - hunt * rabbits * foxes, foxes + grow * rabbits * foxes - death * foxes)
        history.append((rabbits, foxes))
    return history
history = simulate(100, 20, 60)
for n in range(0, 61, 15):
    r, f = history[n]
    print(f'{n:>3} {r:8.2f} {f:8.2f} {"r" * int(r // 10)}{"f" * int(f // 5)}')
peak = max(range(len(history)), key=lambda i: history[i][0])
print(peak, round(history[peak][0], 3), all(r > 0 and f > 0 for r, f in history))
def logistic(x, r, n):
    for _ in range(n): x = r * x * (1 - x)
    return x
print([round(logistic(0.3, r, 50), 4) for r in (0.8, 1.5, 2.9, 3.2)])
