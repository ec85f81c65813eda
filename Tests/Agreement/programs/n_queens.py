def queens(n, row=0, columns=(), diagonals=(), antidiagonals=()):
    if row == n:
        yield columns
        return
    for c in range(n):
        if c not in columns and row - c not in diagonals and row + c not in antidiagonals:
            yield from queens(n, row + 1, columns + (c,), diagonals + (row - c,), antidiagonals + (row + c,))

for n in range(1, 7):
    solutions = list(queens(n))
    print(n, len(solutions), solutions[:1])
print('\n'.join(' '.join('Q' if c == q else '.' for c in range(5)) for q in next(queens(5))))
