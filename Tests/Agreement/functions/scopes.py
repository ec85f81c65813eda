x = 'global'
def f():
    print(x)
def g():
    x = 'g'
    def h():
        print(x)
    h()
    f()
g()
def comprehension():
    x = 5
    return [x * y for y in range(3)], [x for x in range(2)], x
print(comprehension())
def parameter(x):
    x += ' changed'
    return x
print(parameter(x), x)
def deleted():
    y = 1
    del y
    y = 2
    return y
print(deleted())
class K:
    v = 1
    w = [v for _ in range(1)] if False else v + 1
    def get(self): return self.v
print(K.w, K().get())
def loop_variable():
    for q in range(3): pass
    return q
print(loop_variable())
def exception_variable():
    e = 'before'
    try: raise ValueError
    except ValueError as e: pass
    try: return e
    except UnboundLocalError: return 'unbound'
print(exception_variable())
if True: conditional = 'set at module level'
print(conditional)
def nested_global():
    def inner():
        global created
        created = 'by inner'
    inner()
nested_global()
print(created)
print((lambda x: [x, (lambda x: x)(2), x])(1))
