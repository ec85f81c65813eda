class Proxy:
    def __init__(self, target):
        object.__setattr__(self, '_target', target)
        object.__setattr__(self, 'log', [])

    def __getattr__(self, name):
        self.log.append(f'get {name}')
        return getattr(self._target, name)

    def __setattr__(self, name, value):
        self.log.append(f'set {name}={value}')
        setattr(self._target, name, value)

    def __delattr__(self, name):
        self.log.append(f'del {name}')
        delattr(self._target, name)

class Thing:
    pass

t = Thing()
p = Proxy(t)
p.colour = 'red'
print(p.colour, t.colour)
del p.colour
try:
    p.colour
except AttributeError as error:
    print(error)
print(p.log)

class Strict:
    def __getattribute__(self, name):
        if name.startswith('secret'):
            raise AttributeError(f'{name} is private')
        return super().__getattribute__(name)

s = Strict()
s.open, s.secret_key = 1, 2
print(s.open, hasattr(s, 'secret_key'), s.__dict__)
