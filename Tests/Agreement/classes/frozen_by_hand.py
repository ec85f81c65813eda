class Frozen:
    def __init__(self, x): object.__setattr__(self, 'x', x)
    def __setattr__(self, name, value): raise AttributeError(f'cannot set {name}')
    def __delattr__(self, name): raise AttributeError(f'cannot delete {name}')
f = Frozen(1)
for action in ('f.x = 2', 'f.y = 1', 'del f.x', 'setattr(f, "z", 1)'):
    try:
        exec(action)
    except AttributeError as error:
        print(error)
print(f.x)
