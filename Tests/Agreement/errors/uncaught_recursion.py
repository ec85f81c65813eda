def down(n): return down(n - 1) + 1
try:
    down(10)
except RecursionError as error:
    print('too deep')
def walk(tree): return [walk(t) for t in tree] if isinstance(tree, list) else tree * 2
print(walk([1, [2, ['x']]]))
walk([1, [None]])
