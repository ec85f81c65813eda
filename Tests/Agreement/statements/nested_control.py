def classify(grid):
    result = []
    for r, row in enumerate(grid):
        for c, cell in enumerate(row):
            if cell < 0:
                continue
            elif cell == 0:
                result.append((r, c, 'zero'))
            else:
                k = cell
                while k % 2 == 0:
                    k //= 2
                    if k > 100:
                        break
                else:
                    result.append((r, c, f'odd part {k}'))
        if r == 2:
            break
    else:
        result.append('all rows')
    return result
for grid in ([[1, -1], [0, 12]], [[400, 1024], [7], [6], [5]]):
    print(classify(grid))
def search(items, wanted):
    for i, item in enumerate(items):
        try:
            if item == wanted:
                return i
        finally:
            print('looked at', item)
    return -1
print(search('abc', 'b'), search('x', 'y'))
