class Product:
    def __init__(self, name, price): self.name, self.price = name, price
    def __repr__(self): return f'{self.name}@{self.price}'
class Cart:
    def __init__(self): self._lines = {}
    def add(self, product, n=1): self._lines[product] = self._lines.get(product, 0) + n; return self
    def remove(self, product, n=1):
        if self._lines.get(product, 0) < n: raise ValueError(f'not enough {product.name}')
        self._lines[product] -= n
        if not self._lines[product]: del self._lines[product]
    @property
    def total(self): return round(sum(p.price * n for p, n in self._lines.items()), 2)
    def __len__(self): return sum(self._lines.values())
    def __iter__(self): yield from self._lines.items()
    def __contains__(self, name): return any(p.name == name for p in self._lines)
pen, book = Product('pen', 1.2), Product('book', 12.5)
c = Cart().add(pen, 3).add(book).add(pen)
print(c.total, len(c), list(c), 'pen' in c, 'cup' in c)
c.remove(pen, 4)
try:
    c.remove(pen)
except ValueError as error:
    print(error)
print(c.total, dict(c))
