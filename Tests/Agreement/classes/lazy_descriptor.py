class Lazy:
    def __init__(self, function):
        self.function = function
        self.name = function.__name__

    def __get__(self, instance, owner):
        if instance is None:
            return self
        print('computing', self.name)
        value = self.function(instance)
        instance.__dict__[self.name] = value
        return value

class Circle:
    def __init__(self, r):
        self.r = r

    @Lazy
    def area(self):
        return round(3.14159 * self.r ** 2, 2)

c = Circle(2)
print(c.area)
print(c.area)
print(c.__dict__)
c.area = 5
print(c.area)

class Method:
    def __get__(self, instance, owner):
        return f'{owner.__name__} {instance is None}'
class H:
    m = Method()
print(H.m, H().m)
