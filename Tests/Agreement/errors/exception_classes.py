class AppError(Exception):
    """Base of ours."""
    def __init__(self, message, code=1):
        super().__init__(message)
        self.code = code
    def __str__(self): return f'[{self.code}] {super().__str__()}'
class NotFound(AppError):
    def __init__(self, what): super().__init__(f'{what} not found', 404)
try:
    raise NotFound('page')
except AppError as error:
    print(error, error.code, error.args, repr(error), isinstance(error, Exception), type(error).__mro__[1].__name__)
for cls in (ValueError, KeyError, OSError, StopIteration, UnicodeDecodeError, ModuleNotFoundError, RecursionError, ZeroDivisionError, FileNotFoundError, NotImplementedError, IndentationError):
    print(cls.__name__, [c.__name__ for c in cls.__mro__[1:-1]])
print(str(Exception()), str(Exception('a')), str(Exception('a', 1)), repr(Exception()), repr(Exception('a')), repr(Exception('a', 1)), Exception(1, 2).args)
print(str(KeyError('k')), repr(KeyError('k')), str(KeyError()), str(OSError(2, 'No such file', 'f.txt')), OSError(2, 'x').errno, repr(OSError(1, 'm')))
e = ValueError('x')
print(e == ValueError('x'), e == e, {e: 1}[e], bool(e), hasattr(e, '__traceback__'))
try:
    raise ValueError
except ValueError as error:
    print(repr(error), error.args)
for bad in ('raise 5', 'raise "text"', 'raise None', 'raise int', 'raise ValueError from 5'):
    try:
        exec(bad)
    except TypeError as error:
        print(error)
try:
    try: 1 / 0
    except 5: pass
except TypeError as error:
    print(error)
