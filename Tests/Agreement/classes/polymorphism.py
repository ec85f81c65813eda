class Animal:
    def __init__(self, name): self.name = name
    def speak(self): raise NotImplementedError(f'{type(self).__name__} cannot speak')
    def intro(self): return f'{self.name} says {self.speak()}'
class Dog(Animal):
    def speak(self): return 'woof'
class Puppy(Dog):
    def speak(self): return super().speak() + '!'
class Fish(Animal): pass
for a in (Dog('Rex'), Puppy('Bit'), Fish('Nemo')):
    try:
        print(a.intro(), isinstance(a, Dog))
    except NotImplementedError as error:
        print(error)
