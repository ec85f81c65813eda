def attempt(action, *kinds):
    try:
        return action()
    except kinds as error:
        return f'{type(error).__name__} handled'
print(attempt(lambda: 1 / 0, ZeroDivisionError), attempt(lambda: int('x'), ValueError, TypeError), attempt(lambda: 5))
try:
    attempt(lambda: {}['a'], ValueError)
except KeyError as error:
    print('not handled', error)
errors = {'zero': lambda: 1 // 0, 'key': lambda: {}[1], 'attr': lambda: None.x, 'type': lambda: 1 + '1', 'value': lambda: [].index(1), 'name': lambda: nope, 'index': lambda: ''[0], 'overflow': lambda: 2.0 ** 10000, 'stop': lambda: next(iter([])), 'assert': lambda: exec('assert 0'), 'unicode': lambda: b'\xff'.decode(), 'import': lambda: __import__('nope_x')}
for name, action in errors.items():
    try: action()
    except Exception as error: print(name, type(error).__name__, [c.__name__ for c in type(error).__mro__[1:-2]])
