def step(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    counts[x + dx, y + dy] = counts.get((x + dx, y + dy), 0) + 1
    return {c for c, n in counts.items() if n == 3 or n == 2 and c in cells}

def show(cells, size=6):
    return '\n'.join(''.join('#' if (x, y) in cells else '.' for x in range(size)) for y in range(size))

glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for generation in range(4):
    print(f'generation {generation}: {len(glider)} cells')
    print(show(glider))
    glider = step(glider)
blinker = {(1, 2), (2, 2), (3, 2)}
print(step(step(blinker)) == blinker, step({(0, 0)}), len(step({(0, 0), (0, 1), (1, 0)})))
