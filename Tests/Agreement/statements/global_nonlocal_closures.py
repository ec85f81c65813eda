def counter(start=0):
    n = start
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def reset():
        nonlocal n
        n = start
    def get(): return n
    return inc, reset, get
inc, reset, get = counter(10)
print(inc(), inc(5), get())
reset()
print(get())
a1, _, _ = counter()
a2, _, _ = counter()
print(a1(), a1(), a2())
def accumulate():
    total = 0
    def add(x):
        nonlocal total
        total += x
        return total
    return add
acc = accumulate()
print([acc(i) for i in range(5)])
print(inc.__closure__ is not None, inc.__name__, inc.__qualname__)
def late():
    def use(): return value
    value = 'later'
    return use()
print(late())
