x = 1
def f():
    x = 2
    return x
def g():
    global x
    x = 3
print(f(), x)
g()
print(x)
def h(x):
    x += 1
    return x
print(h(x), x)
