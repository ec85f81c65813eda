class Positive:
    def __set_name__(self, owner, name):
        self.name = name
        self.storage = '_' + name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return getattr(instance, self.storage, 0)

    def __set__(self, instance, value):
        if value <= 0:
            raise ValueError(f'{self.name} must be positive, not {value}')
        setattr(instance, self.storage, value)

    def __delete__(self, instance):
        print('deleting', self.name)
        delattr(instance, self.storage)

class Box:
    width = Positive()
    height = Positive()

    def __init__(self, width, height):
        self.width = width
        self.height = height

box = Box(3, 4)
print(box.width, box.height, box.__dict__)
box.width = 10
print(box.width)
try:
    box.height = -1
except ValueError as error:
    print(error)
del box.width
print(box.width, type(Box.width).__name__, Box.width.name)
