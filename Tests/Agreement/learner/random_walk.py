import random
random.seed(1)
x = y = 0
for _ in range(20):
    dx, dy = random.choice([(0, 1), (0, -1), (1, 0), (-1, 0)])
    x, y = x + dx, y + dy
print((x, y), abs(x) + abs(y))
rolls = [random.randint(1, 6) for _ in range(10)]
print(rolls, sum(rolls), {n: rolls.count(n) for n in sorted(set(rolls))})
