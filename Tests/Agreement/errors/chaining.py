def show(error, depth=0):
    while error:
        print('  ' * depth + f'{type(error).__name__}: {error} (cause {error.__cause__!r}, suppress {error.__suppress_context__})')
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        depth += 1
try:
    try:
        {}['missing']
    except KeyError as error:
        raise ValueError('wrapped') from error
except ValueError as error:
    show(error)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        undefined_thing
except NameError as error:
    show(error)
try:
    try:
        [][1]
    except IndexError:
        raise RuntimeError('clean') from None
except RuntimeError as error:
    show(error)
try:
    try:
        raise ValueError('one')
    finally:
        raise TypeError('two')
except TypeError as error:
    show(error)
def retry(times):
    for n in range(times):
        try:
            if n < 2: raise ConnectionError(f'attempt {n}')
            return f'worked at {n}'
        except ConnectionError as error:
            last = error
            print('retry after', error)
    raise last
print(retry(3))
try:
    retry(1)
except ConnectionError as error:
    print('gave up:', error)
