class Singleton(type):
    _instances = {}

    def __call__(cls, *args, **kwargs):
        if cls not in cls._instances:
            cls._instances[cls] = super().__call__(*args, **kwargs)
        return cls._instances[cls]

class Config(metaclass=Singleton):
    def __init__(self, name='default'):
        self.name = name

a = Config('first')
b = Config('second')
print(a is b, a.name, b.name, len(Singleton._instances))

class Once:
    _made = None

    def __new__(cls, *args):
        if cls._made is None:
            cls._made = super().__new__(cls)
        return cls._made

    def __init__(self, *args):
        self.args = args

x, y = Once(1), Once(2)
print(x is y, x.args)
