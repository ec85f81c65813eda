class Empty: pass
class Dog:
    """A dog."""
    kind = 'canine'
    tricks = []
    def __init__(self, name, age=1):
        self.name = name
        self.age = age
    def birthday(self):
        self.age += 1
        return self
    def learn(self, trick): self.tricks.append(trick)
    def __repr__(self): return f'Dog({self.name!r}, {self.age})'
a, b = Dog('Rex'), Dog('Ada', age=5)
a.learn('sit'); b.learn('roll')
print(a, b, a.tricks is b.tricks, Dog.tricks, a.kind, Dog.kind)
a.kind = 'special'
print(a.kind, b.kind, a.birthday().birthday().age, Dog.__doc__, Dog.__name__)
print([a, b], {'dog': a}, str(a), f'{a} {a!r}', (a,))
print(type(a) is Dog, type(a).__name__, isinstance(a, Dog), isinstance(a, object), a.__class__ is Dog)
print(a == a, a == Dog('Rex'), a != b, a is a, bool(a))
method = a.birthday
print(method().age, Dog.birthday(a).age)
e = Empty(); e.x = 1
print(e.x, vars(e), e.__dict__, hasattr(e, 'y'), getattr(e, 'y', 'default'))
setattr(e, 'z', 2); print(e.z, sorted(vars(e)))
Dog.speak = lambda self: self.name + ' speaks'
print(b.speak())
for bad in (lambda: a.missing, lambda: Dog(), lambda: Dog('a', 1, 2), lambda: a.birthday(1), lambda: Empty(1), lambda: Dog.nothing):
    try: print(bad())
    except (AttributeError, TypeError) as error: print(type(error).__name__, error)
