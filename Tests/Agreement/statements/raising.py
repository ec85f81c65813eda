class AppError(Exception): pass
class NotFound(AppError):
    def __init__(self, what):
        super().__init__(f'{what} not found')
        self.what = what
def check(error):
    try: raise error
    except AppError as caught: print('app', type(caught).__name__, caught, caught.args)
    except ValueError as caught: print('value', caught, caught.args)
    except Exception as caught: print('other', repr(caught))
for error in (NotFound('file'), AppError, AppError('a', 'b'), ValueError('v'), ValueError, KeyError('k'), RuntimeError()): check(error)
try:
    try: 1 / 0
    except ZeroDivisionError as cause: raise ValueError('wrapped') from cause
except ValueError as error: print(error, repr(error.__cause__))
try:
    try: {}['x']
    except KeyError: raise ValueError('during')
except ValueError as error: print(repr(error.__context__), error.__cause__)
try:
    try: raise KeyError('again')
    except KeyError: raise
except KeyError as error: print('re-raised', error)
try: raise
except RuntimeError as error: print(error)
try: raise 5
except TypeError as error: print(error)
try: assert 1 > 2, 'arithmetic'
except AssertionError as error: print('assert', error)
try: assert False
except AssertionError as error: print('assert', repr(error))
assert True, 'fine'
print(NotFound('x').what, isinstance(NotFound('x'), AppError), issubclass(NotFound, Exception))
raise NotFound('the end')
