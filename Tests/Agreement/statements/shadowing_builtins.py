list_ = list('ab')
def f():
    max = 'mine'
    return max
print(f(), max(1, 2), list_)
sum = lambda xs: 'my sum'
print(sum([1]))
del sum
print(sum([1, 2]))
for id in range(2): pass
print(id)
