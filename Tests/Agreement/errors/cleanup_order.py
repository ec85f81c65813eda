log = []
def f():
    try:
        log.append('body')
        raise ValueError
    except ValueError:
        log.append('except')
        return 'from except'
    finally:
        log.append('finally')
print(f(), log)
def g():
    for i in range(3):
        try:
            if i: return i
        finally:
            log.append(f'f{i}')
print(g(), log)
def h():
    try:
        try: raise KeyError('k')
        finally: log.append('inner')
    except KeyError as e: return e.args
print(h(), log[-1])
