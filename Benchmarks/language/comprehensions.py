def run():
    total = 0
    for _ in range(20):
        squares = [x * x for x in range(20_000) if x % 2]
        pairs = {x: x + 1 for x in range(5_000)}
        total += sum(squares) + len(pairs) + sum(x for x in range(10_000))
    return total
print(run())
