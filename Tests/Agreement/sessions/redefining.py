def f(): return 1
g = f
def f(): return 2
print(f(), g())
class A:
    def m(self): return "old"
a = A()
A.m = lambda self: "new"
print(a.m())
class A: pass
print(hasattr(a, "m"), isinstance(a, A))
