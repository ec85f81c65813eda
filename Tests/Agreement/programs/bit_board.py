N = 4
def cells(board): return [(i // N, i % N) for i in range(N * N) if board >> i & 1]
def place(board, r, c): return board | 1 << r * N + c
def show(board): return '\n'.join(''.join('X' if board >> r * N + c & 1 else '.' for c in range(N)) for r in range(N))
b = 0
for r, c in [(0, 0), (1, 2), (3, 3)]: b = place(b, r, c)
print(show(b), b, bin(b), cells(b), b.bit_count(), sep='\n')
mask = (1 << N * N) - 1
print(bin(~b & mask), cells(b & -b), (b ^ mask).bit_count(), [bin(b >> i * N & 0xf) for i in range(N)])
def rotate(board): return sum(1 << c * N + (N - 1 - r) for r, c in cells(board))
print(show(rotate(b)), rotate(rotate(rotate(rotate(b)))) == b, sep='\n')
