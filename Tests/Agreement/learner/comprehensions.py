squares = [n ** 2 for n in range(6)]
evens = [n for n in squares if n % 2 == 0]
pairs = [(a, b) for a in "xy" for b in (1, 2)]
lengths = {w: len(w) for w in ["owl", "wren"]}
print(squares, evens, pairs, lengths, {n % 3 for n in squares}, sum(n for n in squares), [[i * j for j in range(3)] for i in range(3)])
