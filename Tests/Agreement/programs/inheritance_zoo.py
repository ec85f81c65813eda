class Animal:
    sound = '...'
    legs = 4
    def __init__(self, name): self.name = name
    def speak(self): return f'{self.name}: {self.sound}'
    def __repr__(self): return f'{type(self).__name__}({self.name!r})'
class Swimmer:
    def move(self): return 'swims'
class Flyer:
    legs = 2
    def move(self): return 'flies'
class Duck(Flyer, Swimmer, Animal):
    sound = 'quack'
    def move(self): return f'{super().move()} and {Swimmer.move(self)}'
class Fish(Swimmer, Animal): legs = 0
class Cat(Animal): sound = 'meow'
zoo = [Duck('Don'), Fish('Nemo'), Cat('Tom')]
for a in zoo: print(a, a.speak(), a.legs, a.move() if hasattr(a, 'move') else 'walks', [c.__name__ for c in type(a).__mro__[1:-1]])
print([isinstance(a, Swimmer) for a in zoo], sorted(zoo, key=lambda a: (a.legs, a.name)), issubclass(Duck, (Cat, Flyer)))
