def inner():
    raise ValueError('deep')
def middle():
    try:
        inner()
    except ValueError:
        print('middle saw it')
        raise
def outer():
    try:
        middle()
    except ValueError as error:
        error.add_note('a note')
        print(error.__notes__)
        raise
try:
    outer()
except ValueError as error:
    print('top', error)
try:
    raise
except RuntimeError as error:
    print(error)
try:
    try:
        raise KeyError('a')
    except KeyError as e:
        saved = e
    try:
        e
    except NameError as error:
        print(error)
    raise saved
except KeyError as error:
    print(repr(error), error is saved)
import sys
try:
    1 / 0
except ZeroDivisionError:
    kind, value, trace = sys.exc_info()
    print(kind.__name__, value)
print(sys.exc_info())
