def resource(name):
    print('open', name)
    try:
        yield name
        yield name * 2
    finally:
        print('close', name)
for r in resource('a'): print(r)
g = resource('b')
print(next(g))
g.close()
g.close()
def using():
    with Manager() as m: yield m
class Manager:
    def __enter__(self): print('enter'); return 'm'
    def __exit__(self, *a): print('exit', a[0].__name__ if a[0] else None)
u = using(); print(next(u)); print(next(u, 'done'))
v = using(); next(v); v.close()
def failing():
    yield 1
    raise ValueError('inside')
try: list(failing())
except ValueError as error: print(error)
f = failing(); next(f)
try: next(f)
except ValueError: print('first', next(f, 'exhausted'))
def stop_inside():
    yield 1
    raise StopIteration('explicit')
try: list(stop_inside())
except RuntimeError as error: print(error)
from contextlib import contextmanager
@contextmanager
def managed(x):
    print('before', x)
    try: yield x * 2
    except KeyError: print('handled')
    finally: print('after', x)
with managed(5) as y: print('body', y)
with managed(6): raise KeyError('k')
