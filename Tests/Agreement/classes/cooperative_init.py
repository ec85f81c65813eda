class Base:
    def __init__(self, **kw): self.rest = kw
class Named(Base):
    def __init__(self, name, **kw):
        super().__init__(**kw)
        self.name = name
class Sized(Base):
    def __init__(self, size=0, **kw):
        super().__init__(**kw)
        self.size = size
class Thing(Named, Sized): pass
t = Thing('box', size=3, colour='red')
print(vars(t), [c.__name__ for c in Thing.mro()])
