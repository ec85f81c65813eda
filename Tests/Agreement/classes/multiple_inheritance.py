class Base:
    def __init__(self):
        print('Base')
        self.log = ['base']

class Left(Base):
    def __init__(self):
        print('Left')
        super().__init__()
        self.log.append('left')

class Right(Base):
    def __init__(self):
        print('Right')
        super().__init__()
        self.log.append('right')

class Both(Left, Right):
    def __init__(self):
        print('Both')
        super().__init__()
        self.log.append('both')

b = Both()
print(b.log)
print([c.__name__ for c in Both.__mro__])
print(Both.__bases__, Both.__base__)
print(isinstance(b, Left), isinstance(b, Right), issubclass(Both, Base), issubclass(Left, Right))
