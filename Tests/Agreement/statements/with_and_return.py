class C:
    def __init__(self, n): self.n = n
    def __enter__(self): print('+', self.n, end=' '); return self.n
    def __exit__(self, *a): print('-', self.n, end=' ')
def f():
    with C(1) as a, C(2) as b:
        for i in range(3):
            with C(i + 10):
                if i == 1: return a + b
print(f())
