import contextlib, io
@contextlib.contextmanager
def log(name):
    print('start', name)
    yield [name]
    print('stop', name)
with log('a') as v: print(v)
@log('decorator')
def f(x): return x + 1
print(f(1))
class Guard(contextlib.ContextDecorator):
    def __enter__(self): print('guard in'); return self
    def __exit__(self, *details): print('guard out', details[0]); return True
@Guard()
def risky(): raise ValueError('x')
print(risky())
with contextlib.ExitStack() as stack:
    stack.enter_context(log('one'))
    stack.enter_context(log('two'))
    stack.callback(lambda: print('called back'))
@contextlib.contextmanager
def twice():
    yield 1
    yield 2
try:
    with twice(): pass
except RuntimeError as error:
    print(error)
@contextlib.contextmanager
def never():
    if False: yield
try:
    with never(): pass
except RuntimeError as error:
    print(error)
with contextlib.redirect_stdout(io.StringIO()) as out: print('captured')
print(out.getvalue().strip(), contextlib.nullcontext(3).__enter__())
with contextlib.suppress(KeyError, IndexError): {}['x']
try:
    with log('error'): raise KeyError('k')
except KeyError as error:
    print('escaped', error)
