class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    @property
    def shape(self): return len(self.rows), len(self.rows[0])
    @classmethod
    def identity(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
    def __matmul__(self, o): return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __add__(self, o): return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, o.rows)])
    def __getitem__(self, ij):
        i, j = ij
        return self.rows[i][j]
    def __eq__(self, o): return self.rows == o.rows
    def __pow__(self, n):
        result, base = Matrix.identity(self.shape[0]), self
        while n:
            if n & 1: result = result @ base
            base, n = base @ base, n >> 1
        return result
    @property
    def T(self): return Matrix(zip(*self.rows))
    def __repr__(self): return '\n'.join(' '.join(f'{x:>6}' for x in r) for r in self.rows)
    def det(self):
        if self.shape[0] == 1: return self[0, 0]
        return sum((-1) ** j * x * Matrix([r[:j] + r[j + 1:] for r in self.rows[1:]]).det() for j, x in enumerate(self.rows[0]))
a = Matrix([[1, 2], [3, 4]])
print(a, a @ a, a + a.T, sep='\n\n')
print(a.shape, a[1, 0], a.det(), Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 1]]).det(), a @ Matrix.identity(2) == a)
print(Matrix([[1, 1], [1, 0]]) ** 90)
