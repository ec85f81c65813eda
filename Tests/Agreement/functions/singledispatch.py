from functools import singledispatch, cached_property, reduce
@singledispatch
def show(x): return f'object {x}'
@show.register
def _(x: int): return f'int {x + 1}'
@show.register(str)
def _(x): return f'str {x.upper()}'
@show.register(list)
@show.register(tuple)
def _(x): return f'sequence of {len(x)}'
print(show(5), show('a'), show([1, 2]), show((1,)), show(2.5), show(True))
class Data:
    def __init__(self, values): self.values = values
    @cached_property
    def total(self):
        print('summing')
        return sum(self.values)
d = Data([1, 2, 3])
print(d.total, d.total, d.__dict__)
d.values.append(4)
del d.total
print(d.total)
