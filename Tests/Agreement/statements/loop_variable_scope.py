for i in range(3): pass
print(i)
squares = [i * i for i in range(5)]
print(i, squares)
for i, j in [(1, 2), (3, 4)]: k = i + j
print(i, j, k)
def f():
    for n in []: pass
    try:
        return n
    except UnboundLocalError as error:
        return type(error).__name__
print(f())
