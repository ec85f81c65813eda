def init(self, name):
    self.name = name

Dog = type('Dog', (), {'__init__': init, 'legs': 4, 'speak': lambda self: f'{self.name} barks'})
d = Dog('Rex')
print(d.speak(), d.legs, Dog.__name__, type(Dog), type(d).__name__)
Puppy = type('Puppy', (Dog,), {'speak': lambda self: super(Puppy, self).speak() + ' softly'})
print(Puppy('Bit').speak(), Puppy.__bases__, issubclass(Puppy, Dog))
print(type(5), type('a') is str, type(None), type(type), type(...), type(print).__name__)
setattr(Dog, 'tricks', ['sit'])
print(d.tricks, getattr(d, 'nothing', 'default'), hasattr(Puppy, 'legs'))
del Dog.legs
try:
    d.legs
except AttributeError as error:
    print(error)
try:
    type('X', (), {}, 5)
except TypeError as error:
    print(type(error).__name__)
