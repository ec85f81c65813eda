def g(n):
    for i in range(n): yield i
    return f'sum {sum(range(n))}'
def run(gen):
    out = []
    while True:
        try:
            out.append(next(gen))
        except StopIteration as stop:
            return out, stop.value
print(run(g(3)), run(g(0)))
def outer():
    r = yield from g(2)
    yield r
print(list(outer()))
def early():
    yield 1
    return
    yield 2
print(list(early()))
