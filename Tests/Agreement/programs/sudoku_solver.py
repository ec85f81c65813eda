def solve(board):
    for r in range(9):
        for c in range(9):
            if board[r][c] == 0:
                for n in candidates(board, r, c):
                    board[r][c] = n
                    if solve(board):
                        return True
                board[r][c] = 0
                return False
    return True

def candidates(board, r, c):
    used = set(board[r]) | {board[i][c] for i in range(9)}
    br, bc = r // 3 * 3, c // 3 * 3
    used |= {board[br + i][bc + j] for i in range(3) for j in range(3)}
    return [n for n in range(1, 10) if n not in used]

puzzle = '''
534678912
672195348
198342567
859761423
426853791
713924856
961537284
287419030
340286170
'''
board = [[int(ch) for ch in line] for line in puzzle.split()]
print(solve(board), board[7], board[8])
print(all(sorted(row) == list(range(1, 10)) for row in board))
