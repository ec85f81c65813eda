'module doc'
class A:
    """A doc
    with lines"""
    def f(self):
        'f doc'
print(A.__doc__, '|', A.f.__doc__, '|', A().f.__doc__, '|', len.__doc__ is not None)
