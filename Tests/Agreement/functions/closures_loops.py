def make():
    fs = []
    for i in range(3):
        def f(): return i
        fs.append(f)
    return [f() for f in fs]
print(make())
def make_each():
    fs = []
    for i in range(3):
        def f(i=i): return i
        fs.append(f)
    return [f() for f in fs]
print(make_each(), [f(5) for f in [lambda x, n=n: x + n for n in range(3)]])
def outer():
    values = []
    def push(x):
        values.append(x)
        return len(values)
    def pop(): return values.pop() if values else None
    return push, pop
push, pop = outer()
push('a'); push('b')
print(pop(), pop(), pop())
def averager():
    count = total = 0
    def add(x):
        nonlocal count, total
        count += 1
        total += x
        return total / count
    return add
avg = averager()
print(avg(10), avg(20), avg(30))
def cell_shared():
    x = 1
    def get(): return x
    def set(v):
        nonlocal x
        x = v
    return get, set
get, set_ = cell_shared()
set_(9)
print(get(), get.__closure__[0].cell_contents)
