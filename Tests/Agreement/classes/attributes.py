class Lazy:
    def __init__(self): self.real = 1
    def __getattr__(self, name):
        if name.startswith('_'): raise AttributeError(name)
        return f'made {name}'
l = Lazy()
print(l.real, l.anything, hasattr(l, 'x'), hasattr(l, '_x'), getattr(l, '_y', 'default'))
class Recorder:
    def __setattr__(self, name, value):
        super().__setattr__(name, value)
        super().__setattr__('last', name)
    def __delattr__(self, name):
        print('deleting', name)
        object.__delattr__(self, name)
r = Recorder(); r.a = 1; r.b = 2
print(r.a, r.b, r.last)
del r.a; print(hasattr(r, 'a'))
class Private:
    __secret = 'class'
    def __init__(self): self.__value = 5
    def get(self): return self.__value, self.__secret
    def __hidden(self): return 'hidden'
    def call(self): return self.__hidden()
p = Private()
print(p.get(), p.call(), p._Private__value, sorted(vars(p)))
try: p.__value
except AttributeError as error: print(error)
class Slots: limit = 3
Slots.limit += 1; s = Slots(); s.limit += 1
print(Slots.limit, s.limit)
print([n for n in dir(s) if not n.startswith('_')])
