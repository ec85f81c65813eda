class A:
    items, n = [], 0
    def add(self, x): self.items.append(x); self.n += 1
a, b = A(), A()
a.add(1); b.add(2); b.add(3)
print(a.items, b.items, a.n, b.n, A.n, a.__dict__)
class B(A): n = 100
B().add('z')
print(B.n, A.items, 'n' in vars(B()), B.__dict__['n'])
