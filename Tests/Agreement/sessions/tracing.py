calls = []
def traced(f):
    def inner(*a):
        calls.append(f"{f.__name__}{a}")
        return f(*a)
    return inner
@traced
def add(a, b): return a + b
@traced
def twice(x): return add(x, x)
print(twice(add(1, 2)), calls)
