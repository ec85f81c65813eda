class Registry(type):
    classes = {}

    def __new__(mcls, name, bases, namespace, **options):
        cls = super().__new__(mcls, name, bases, namespace)
        mcls.classes[name] = options
        return cls

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)
        cls.created = True

    def __call__(cls, *args):
        print('making', cls.__name__, args)
        return super().__call__(*args)

    def __len__(cls):
        return len(cls.__name__)

    @property
    def shout(cls):
        return cls.__name__.upper()

class Plugin(metaclass=Registry):
    def __init__(self, value=0):
        self.value = value

class Special(Plugin, level=3):
    pass

print(Registry.classes)
print(Plugin(4).value, Special.created, len(Special), Special.shout)
print(type(Plugin) is Registry, isinstance(Plugin, Registry), type(Special).__name__)
try:
    Special().shout
except AttributeError as error:
    print(error)
