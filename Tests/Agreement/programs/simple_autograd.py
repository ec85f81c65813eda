class Value:
    def __init__(self, data, parents=(), grads=()):
        self.data, self.grad, self.parents, self.local = data, 0.0, parents, grads
    def __add__(self, o):
        o = o if isinstance(o, Value) else Value(o)
        return Value(self.data + o.data, (self, o), (1.0, 1.0))
    def __mul__(self, o):
        o = o if isinstance(o, Value) else Value(o)
        return Value(self.data * o.data, (self, o), (o.data, self.data))
    def __pow__(self, n): return Value(self.data ** n, (self,), (n * self.data ** (n - 1),))
    def relu(self): return Value(max(0, self.data), (self,), (float(self.data > 0),))
    def __neg__(self): return self * -1
    def __sub__(self, o): return self + (-o if isinstance(o, Value) else Value(-o))
    __radd__, __rmul__ = __add__, __mul__
    def backward(self):
        order, seen = [], set()
        def build(v):
            if id(v) not in seen:
                seen.add(id(v))
                for p in v.parents: build(p)
                order.append(v)
        build(self)
        self.grad = 1.0
        for v in reversed(order):
            for p, g in zip(v.parents, v.local): p.grad += g * v.grad
    def __repr__(self): return f'Value({self.data:.4g}, grad={self.grad:.4g})'
a, b, c = Value(2.0), Value(-3.0), Value(10.0)
e = (a * b + c).relu() ** 2 + 3 * a
e.backward()
print(e, a, b, c)
w = Value(0.0)
for step in range(30):
    w.grad = 0.0
    loss = sum(((w * x - y) ** 2 for x, y in [(1, 3), (2, 6), (3, 9)]), Value(0))
    loss.backward()
    w.data -= 0.01 * w.grad
print(round(w.data, 3), round(loss.data, 4))
