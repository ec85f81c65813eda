from contextlib import contextmanager, suppress, closing, nullcontext, ExitStack
@contextmanager
def tag(name):
    print(f'<{name}>')
    try:
        yield name.upper()
    except ValueError as error:
        print('swallowed', error)
    finally:
        print(f'</{name}>')
with tag('a') as a, tag('b') as b:
    print(a, b)
with (tag('c') as c, tag('d')):
    print(c)
with tag('e'):
    raise ValueError('oops')
try:
    with tag('f'):
        raise KeyError('through')
except KeyError as error:
    print('outside', error)
with suppress(ZeroDivisionError):
    1 / 0
print('after')
with nullcontext(5) as five: print(five)
with ExitStack() as stack:
    names = [stack.enter_context(tag(n)) for n in 'xy']
    stack.callback(print, 'callback')
    print(names)
class Closer:
    def close(self): print('closed')
with closing(Closer()) as thing: print(type(thing).__name__)
try:
    with 5: pass
except TypeError as error:
    print(error)
