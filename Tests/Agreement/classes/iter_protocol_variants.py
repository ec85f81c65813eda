class A:
    def __iter__(self): return iter([1, 2])
class B:
    def __iter__(self):
        yield 'x'
        yield 'y'
class C:
    def __iter__(self): return 5
class D:
    def __next__(self): return 1
print(list(A()), list(B()), sum(A()), 2 in A(), [*B()], dict(zip(B(), A())), max(A()))
for bad in (C, D):
    try:
        list(bad())
    except TypeError as error:
        print(error)
