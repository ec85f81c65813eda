try:
    try: 1 / 0
    except ZeroDivisionError as first: raise KeyError('second') from first
except KeyError as second: print(repr(second.__cause__), second.__suppress_context__)
try:
    try: 1 / 0
    except ZeroDivisionError: raise KeyError('second') from None
except KeyError as second: print(second.__cause__, second.__suppress_context__, repr(second.__context__))
def rethrow(wrapper):
    try: int('q')
    except ValueError as error: raise wrapper('wrapped') from error
try: rethrow(RuntimeError)
except RuntimeError as error: print(error, '<-', error.__cause__)
try:
    try: raise ValueError(1)
    except ValueError as error:
        try: raise KeyError(2)
        except KeyError as inner: print(inner, error, inner.__context__ is error)
        raise
except ValueError as last: print('last', last, last.__context__)
