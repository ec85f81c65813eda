def attempt(action):
    try:
        print('try')
        result = action()
    except ZeroDivisionError:
        print('division')
        return 'divided'
    except (KeyError, IndexError) as error:
        print('lookup', type(error).__name__, error)
        result = 'lookup'
    except Exception as error:
        print('other', error)
        raise
    else:
        print('else', result)
    finally:
        print('finally')
    return result
print(attempt(lambda: 1))
print(attempt(lambda: 1 / 0))
print(attempt(lambda: {}['k']))
print(attempt(lambda: [][0]))
try: attempt(lambda: int('x'))
except ValueError as error: print('caught', error)
def order():
    for i in range(3):
        try:
            if i == 0: continue
            if i == 2: return 'returned'
        finally:
            print('cleanup', i)
print(order())
def override():
    try: return 'try'
    finally: return 'finally'
print(override())
def loop():
    while True:
        try: break
        finally: print('break cleanup')
    return 'after'
print(loop())
try:
    try: raise ValueError('inner')
    finally: print('inner finally')
except ValueError as error: print('outer', error)
try: error
except NameError: print('error is unbound')
