from dataclasses import dataclass, field, asdict, astuple, replace, fields

@dataclass
class Item:
    name: str
    price: float
    quantity: int = 1
    tags: list = field(default_factory=list)

    def total(self):
        return self.price * self.quantity

a = Item('pen', 1.5, 4)
b = Item('pen', 1.5, 4)
print(a, a == b, a is b, a.total())
a.tags.append('blue')
print(a == b, b.tags, asdict(a), astuple(b))
print(replace(a, name='pencil', tags=[]))
print([f.name for f in fields(Item)], [f.type for f in fields(a)])
try:
    Item('pen')
except TypeError as error:
    print(error)
try:
    Item('pen', 1, 2, [], 5)
except TypeError as error:
    print(error)
try:
    hash(a)
except TypeError as error:
    print(error)
