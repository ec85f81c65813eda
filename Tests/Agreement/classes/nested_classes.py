class Outer:
    level = 1
    class Inner:
        level = 2
        def where(self): return self.level, Outer.level, Outer.Inner.__qualname__
        class Deep:
            name = 'deep'
    items = [Inner(), Inner()]
    def make(self): return self.Inner()
print(Outer().make().where(), Outer.Inner.Deep.name, len(Outer.items), Outer.Inner.Deep.__qualname__)
def factory(n):
    class Local:
        value = n
        def get(self): return n * 2, self.value
    return Local
A, B = factory(3), factory(4)
print(A().get(), B().get(), A.__qualname__, A is B)
x = 'global'
class Scope:
    x = 'class'
    y = x
    def method(self): return x
print(Scope.y, Scope().method())
