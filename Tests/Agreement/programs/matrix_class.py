class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        if len({len(r) for r in self.rows}) > 1:
            raise ValueError('rows of different lengths')

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f'cannot multiply {self.shape} and {other.shape}')
        return Matrix([[sum(a * b for a, b in zip(row, col)) for col in zip(*other.rows)] for row in self.rows])

    def __add__(self, other):
        return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])

    def __getitem__(self, key):
        i, j = key
        return self.rows[i][j]

    def __eq__(self, other):
        return self.rows == other.rows

    def __pow__(self, n):
        result = Matrix.identity(len(self.rows))
        for _ in range(n):
            result = result @ self
        return result

    def __repr__(self):
        return '\n'.join(' '.join(f'{x:4}' for x in row) for row in self.rows)

    def det(self):
        if len(self.rows) == 1:
            return self.rows[0][0]
        return sum((-1) ** j * x * Matrix([r[:j] + r[j + 1:] for r in self.rows[1:]]).det() for j, x in enumerate(self.rows[0]))

a = Matrix([[1, 2], [3, 4]])
print(a, a.T, a @ a, a + a, a ** 5, sep='\n--\n')
print(a.shape, a[1, 0], a == a.T.T, a.det(), Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 1]]).det(), (Matrix([[1, 1], [1, 0]]) ** 30)[0, 1])
try:
    a @ Matrix([[1, 2, 3]])
except ValueError as error:
    print(error)
