class Animal:
    count = 0
    def __init__(self, name):
        self.name = name
        Animal.count += 1
    def speak(self): return '...'
    def describe(self): return f'{self.name} says {self.speak()}'
class Dog(Animal):
    def speak(self): return 'woof'
class Puppy(Dog):
    def __init__(self, name, toy):
        super().__init__(name)
        self.toy = toy
    def speak(self): return super().speak() + '!'
    def describe(self): return super().describe() + f' and has a {self.toy}'
class Cat(Animal):
    def speak(self):
        return 'meow'
for animal in (Animal('A'), Dog('D'), Puppy('P', 'ball'), Cat('C')): print(animal.describe())
print(Animal.count, Puppy.count, isinstance(Puppy('x', 'y'), Animal), issubclass(Puppy, Dog), issubclass(Cat, Dog))
print([c.__name__ for c in Puppy.__mro__], Puppy.__bases__[0].__name__, Dog.__base__ is Animal)
class Stack(list):
    def push(self, x): self.append(x); return self
    def peek(self): return self[-1]
s = Stack([1]).push(2).push(3)
print(s, s.peek(), len(s), s.pop(), isinstance(s, list), s == [1, 2], [x for x in s])
class Counter(dict):
    def __missing__(self, key): return 0
c = Counter(a=1)
c['b'] += 5
print(c, c['zzz'], 'zzz' in c)
class MyError(ValueError):
    def __str__(self): return 'my ' + super().__str__()
try: raise MyError('error')
except ValueError as error: print(error, repr(error))
class Base:
    def __init__(self): self.setup()
    def setup(self): self.kind = 'base'
class Derived(Base):
    def setup(self):
        super().setup()
        self.kind += ' derived'
print(Derived().kind, super(Derived, Derived()).setup.__name__)
