LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]
def winner(b): return next((b[i] for i, j, k in LINES if b[i] != ' ' and b[i] == b[j] == b[k]), None)
def moves(b): return [i for i, c in enumerate(b) if c == ' ']
memo = {}
def best(b, player):
    if (b, player) in memo: return memo[b, player]
    w = winner(b)
    if w: return (1 if w == player else -1), None
    if not moves(b): return 0, None
    results = []
    for m in moves(b):
        score, _ = best(b[:m] + player + b[m + 1:], 'O' if player == 'X' else 'X')
        results.append((-score, -m))
    score, m = max(results)
    memo[b, player] = (score, -m)
    return memo[b, player]
b, player = 'X   O    ', 'X'
while not winner(b) and moves(b):
    _, m = best(b, player)
    b = b[:m] + player + b[m + 1:]
    player = 'O' if player == 'X' else 'X'
print('\n-+-+-\n'.join('|'.join(b[i:i + 3]) for i in (0, 3, 6)), winner(b), len(memo) > 50)
