def level3(n):
    if n == 0: raise ValueError('zero')
    if n == 1: raise KeyError('one')
    return n
def level2(n):
    try:
        return level3(n)
    except KeyError as error:
        raise RuntimeError('from level2') from error
def level1(n):
    try:
        return level2(n)
    except ValueError as error:
        return f'handled {error}'
for n in range(3):
    try:
        print(level1(n))
    except RuntimeError as error:
        print(error, '<-', repr(error.__cause__))
