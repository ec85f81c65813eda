image = ['..####..', '.#....#.', '#.#..#.#', '#......#', '#.#..#.#', '#..##..#', '.#....#.', '..####..']
def encode(row):
    out, last, n = [], row[0], 0
    for c in row:
        if c == last: n += 1
        else:
            out.append((last, n))
            last, n = c, 1
    return out + [(last, n)]
def decode(runs): return ''.join(c * n for c, n in runs)
coded = [encode(r) for r in image]
assert [decode(r) for r in coded] == image
print(coded[0], sum(map(len, coded)), sum(r.count('#') for r in image))
flipped = [r[::-1] for r in image]
turned = [''.join(c) for c in zip(*image[::-1])]
print(flipped == image, turned == image, *turned, sep='\n')
small = [''.join('#' if '#' in (image[r][c:c + 2] + image[r + 1][c:c + 2]) else '.' for c in range(0, 8, 2)) for r in range(0, 8, 2)]
print(*small, sep='\n')
