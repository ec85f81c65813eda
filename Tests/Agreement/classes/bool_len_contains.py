class Bag:
    def __init__(self, *items):
        self.items = items
    def __len__(self):
        return len(self.items)
    def __contains__(self, item):
        return item in self.items
print(bool(Bag()), bool(Bag(0)), not Bag(), 3 in Bag(3), 3 not in Bag(3), 'full' if Bag(1) else 'empty')
class Weird:
    def __len__(self): return -1
try:
    len(Weird())
except ValueError as error:
    print(error)
class Worse:
    def __bool__(self): return 'yes'
try:
    bool(Worse())
except TypeError as error:
    print(error)
