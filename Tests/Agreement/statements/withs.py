class Manager:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self):
        print('enter', self.name)
        return self.name.upper()
    def __exit__(self, kind, error, trace):
        print('exit', self.name, kind.__name__ if kind else None, error)
        return self.swallow
with Manager('a') as a: print(a)
with Manager('a') as a, Manager('b') as b: print(a, b)
with (Manager('c') as c, Manager('d')): print(c)
with Manager('quiet', True): raise ValueError('swallowed')
try:
    with Manager('loud'): raise KeyError('through')
except KeyError as error: print('caught', error)
def f():
    with Manager('f'): return 'returned'
print(f())
for i in range(3):
    with Manager(str(i)):
        if i == 0: continue
        if i == 1: break
with Manager('x') as (p, ): print(p)
try:
    with Manager('outer', True), Manager('inner'): raise OSError('both')
    print('after')
except OSError: print('not here')
try:
    with 5: pass
except (TypeError, AttributeError) as error: print(type(error).__name__)
