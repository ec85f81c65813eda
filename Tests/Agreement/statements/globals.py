count = 0
def increment():
    global count
    count += 1
    return count
increment(); increment()
print(count)
def make():
    global made, also
    made, also = 'made', 'here'
make()
print(made, also)
def shadow():
    count = 'local'
    def inner():
        global count
        count = 100
        return count
    return inner(), count
print(shadow(), count)
def read(): return later
try: read()
except NameError as error: print(error)
later = 'defined'
print(read())
def unbound():
    try: print(count)
    except UnboundLocalError as error: print(error)
    count = 1
unbound()
x = 1
class A:
    x = 2
    def f(self): return x
    y = x
print(A().f(), A.y, x)
def outer():
    x = 'enclosing'
    class B:
        print(x)
        x = 'class'
        print(x)
        def g(self): return x
    return B().g()
print(outer())
print('count' in globals(), globals()['x'])
