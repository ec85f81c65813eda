classes = [ArithmeticError, AssertionError, AttributeError, EOFError, FileNotFoundError, FloatingPointError, ImportError,
           IndexError, KeyError, KeyboardInterrupt, LookupError, MemoryError, ModuleNotFoundError, NameError,
           NotImplementedError, OSError, OverflowError, PermissionError, RecursionError, RuntimeError, StopIteration,
           SyntaxError, TimeoutError, TypeError, UnboundLocalError, UnicodeDecodeError, UnicodeError, ValueError,
           ZeroDivisionError, UserWarning, Warning, DeprecationWarning, GeneratorExit, SystemExit, IsADirectoryError,
           ConnectionError, BlockingIOError, IndentationError]
for c in classes: print(c.__name__, c.__base__.__name__, issubclass(c, Exception))
print(IOError is OSError, EnvironmentError is OSError)
def catch(action, *kinds):
    for kind in kinds:
        try:
            try: action()
            except kind as error: print(kind.__name__, 'caught', type(error).__name__)
        except BaseException as error: print(kind.__name__, 'let through', type(error).__name__)
catch(lambda: {}['a'], KeyError, LookupError, Exception, ValueError, IndexError)
catch(lambda: 1 / 0, ZeroDivisionError, ArithmeticError, (OSError, ArithmeticError)[1], TypeError)
catch(lambda: undefined, NameError, UnboundLocalError, Exception)
