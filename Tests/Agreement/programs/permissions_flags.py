READ, WRITE, EXECUTE = (1 << i for i in range(3))
NAMES = {READ: 'read', WRITE: 'write', EXECUTE: 'execute'}
def describe(mask): return '+'.join(name for bit, name in NAMES.items() if mask & bit) or 'none'
def octal(mode): return ''.join((('r' if d & 4 else '-') + ('w' if d & 2 else '-') + ('x' if d & 1 else '-')) for d in map(int, oct(mode)[2:]))
print([describe(m) for m in range(8)], octal(0o754), octal(0o600), READ | EXECUTE, ~READ & 7, bin(WRITE << 1))
users = {'ada': READ | WRITE | EXECUTE, 'bob': READ}
def require(permission):
    def decorate(f):
        def wrapper(user, *args):
            if not users.get(user, 0) & permission: raise PermissionError(f'{user} may not {NAMES[permission]}')
            return f(user, *args)
        return wrapper
    return decorate
@require(WRITE)
def save(user, text): return f'{user} saved {text!r}'
for user in ('ada', 'bob', 'cid'):
    try:
        print(save(user, 'x'))
    except PermissionError as error:
        print(error)
