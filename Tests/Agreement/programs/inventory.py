class Item:
    def __init__(self, name, price, stock=0):
        self.name, self.price, self.stock = name, price, stock
    def __repr__(self): return f'{self.name} x{self.stock} @ {self.price:.2f}'
    def __lt__(self, other): return self.name < other.name
class OutOfStock(Exception):
    def __init__(self, item, wanted):
        super().__init__(f'only {item.stock} of {item.name}, wanted {wanted}')
        self.item = item
class Shop:
    def __init__(self): self.items, self.log = {}, []
    def __getitem__(self, name): return self.items[name]
    def __contains__(self, name): return name in self.items
    def __iter__(self): return iter(sorted(self.items.values()))
    def stock(self, name, price=None, n=1):
        item = self.items.setdefault(name, Item(name, price if price is not None else 0))
        if price is not None: item.price = price
        item.stock += n
        return self
    def sell(self, name, n=1, *, discount=0):
        item = self[name]
        if item.stock < n: raise OutOfStock(item, n)
        item.stock -= n
        total = item.price * n * (1 - discount)
        self.log.append((name, n, round(total, 2)))
        return total
shop = Shop().stock('apple', 0.5, 10).stock('pear', 0.75, 4).stock('apple', n=5)
orders = [('apple', 3, {}), ('pear', 5, {}), ('fig', 1, {}), ('apple', 10, {'discount': 0.1}), ('pear', 4, dict(discount=.5))]
for name, n, options in orders:
    try: print(f'{name}: {shop.sell(name, n, **options):.2f}')
    except OutOfStock as error: print('!', error, error.item)
    except KeyError as error: print('! no such thing:', error)
    else: print('  left', shop[name].stock)
print(list(shop), 'fig' in shop, shop.log, sum(t for *_, t in shop.log), sep='\n')
