class Pipe:
    def __init__(self, *steps): self.steps = steps
    def __or__(self, f): return Pipe(*self.steps, f)
    def __call__(self, x):
        for s in self.steps: x = s(x)
        return x
    def __len__(self): return len(self.steps)
clean = Pipe() | str.strip | str.lower | (lambda s: s.replace('-', ' ')) | str.split
print(clean('  Deep-Learning FOR Coders '), len(clean), Pipe()(5))
count = clean | len
print([count(s) for s in ('a b', '', 'x-y-z')])
def curry(f, *args): return lambda *more: f(*args, *more)
add = lambda a, b: a + b
print((Pipe() | curry(add, 10) | curry(max, 5) | str)(1), [(Pipe() | abs | hex)(n) for n in (-255, 16)])
