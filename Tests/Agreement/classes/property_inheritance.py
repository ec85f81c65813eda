class A:
    def __init__(self): self._x = 1
    @property
    def x(self): return self._x
    @x.setter
    def x(self, v): self._x = v
class B(A):
    @A.x.setter
    def x(self, v): self._x = v * 10
class C(A):
    @property
    def x(self): return 'fixed'
b, c = B(), C()
b.x = 5
print(b.x, A().x, c.x)
try:
    c.x = 1
except AttributeError as error:
    print(error)
