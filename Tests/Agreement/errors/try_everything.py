def run(n):
    log = []
    try:
        log.append('try')
        if n == 1: raise ValueError('v')
        if n == 2: raise KeyError('k')
        if n == 3: raise Exception('e')
        if n == 4: return log + ['returned']
    except ValueError as error:
        log.append(f'value {error}')
    except (KeyError, TypeError):
        log.append('key or type')
    except:
        log.append('bare')
    else:
        log.append('else')
    finally:
        log.append('finally')
    return log
for n in range(5): print(run(n))
try:
    try: raise ValueError('inner')
    except ValueError: raise KeyError('replacing')
    finally: print('inner finally')
except KeyError as error:
    print(error, repr(error.__context__))
def nested(n):
    try:
        try:
            return 10 / n
        except TypeError:
            return 'type'
        finally:
            print('f1')
    except ZeroDivisionError:
        return 'zero'
    finally:
        print('f2')
print(nested(2), nested(0), nested('x'))
for kind in (ArithmeticError, LookupError, Exception, BaseException):
    for action in ('1/0', '[][0]', '{}[0]'):
        try:
            exec(action)
        except kind as error:
            print(kind.__name__, 'caught', type(error).__name__)
        except Exception as error:
            print(kind.__name__, 'missed', type(error).__name__)
