x = 'global'
def outer():
    x = 'outer'
    def inner():
        nonlocal x
        x = 'changed'
        def deepest():
            global x
            x = 'global changed'
            return x
        return deepest(), x
    return inner(), x
print(outer(), x)
def reads(): return x
def assigns():
    try:
        print(x)
        x = 1
    except UnboundLocalError as error:
        print(error)
assigns()
print(reads())
counter = 0
def bump():
    global counter
    counter += 1
    return counter
print(bump(), bump(), counter)
def makes_global():
    global fresh
    fresh = 'made'
makes_global()
print(fresh)
if True:
    block = 'visible'
print(block)
for loop_variable in range(3): pass
print(loop_variable)
def shadow(len): return len
print(shadow(5), len([1]))
class C:
    x = 'class'
    def m(self): return x
print(C().m(), [x for _ in range(1)])
try:
    def f(): return undefined_name
    f()
except NameError as error:
    print(error)
