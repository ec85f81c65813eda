class A:
    shared = 0
a, b = A(), A()
a.shared += 1
a.own = 'x'
A.shared = 10
print(a.shared, b.shared, a.__dict__, b.__dict__)
a.__dict__['new'] = 5
del a.shared
print(a.new, a.shared, sorted(vars(a)))
a.__class__ = type('B', (A,), {'hello': lambda self: 'hi'})
print(a.hello(), type(a).__name__)
