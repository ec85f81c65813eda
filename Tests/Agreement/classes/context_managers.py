class Timer:
    def __init__(self, name, swallow=()):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print('enter', self.name)
        return self

    def __exit__(self, kind, value, trace):
        print('exit', self.name, kind.__name__ if kind else None, value)
        return kind is not None and issubclass(kind, self.swallow)

with Timer('a') as t:
    print('inside', t.name)
with Timer('b', (ZeroDivisionError,)):
    1 / 0
try:
    with Timer('outer') as o, Timer('inner') as i:
        raise KeyError('lost')
except KeyError as error:
    print('caught', error)
def f():
    with Timer('returning'):
        return 'value'
print(f())
for i in range(3):
    with Timer(i):
        if i == 1: break
