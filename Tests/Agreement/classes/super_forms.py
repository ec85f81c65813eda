class A:
    def f(self, x): return f'A{x}'
    @classmethod
    def make(cls): return cls.__name__
    @property
    def p(self): return 'A.p'
    @staticmethod
    def s(): return 'A.s'
class B(A):
    def f(self, x): return 'B' + super().f(x)
    @classmethod
    def make(cls): return 'B+' + super().make()
    @property
    def p(self): return super().p + '/B.p'
    def all(self): return super().s(), super(B, self).f(1), A.f(self, 2)
class C(B):
    def f(self, x): return 'C' + super().f(x)
print(C().f(0), C.make(), C().p, C().all())
try:
    class D(A):
        def g(self): return super().g()
    D().g()
except AttributeError as error:
    print(error)
