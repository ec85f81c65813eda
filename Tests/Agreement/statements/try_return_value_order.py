def f(x):
    try:
        print('try', end=' ')
        return print('evaluating', end=' ') or x
    finally:
        x = 'changed'
        print('finally', end=' ')
print(f('original'))
def g(items):
    try:
        return items
    finally:
        items.append('late')
print(g([1]))
