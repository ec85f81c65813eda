"""Module documentation."""
def f():
    """First line.

    More text.
    """
class A:
    'class doc'
    def m(self): "method doc"
print(f.__doc__, A.__doc__, A.m.__doc__, (lambda: 0).__doc__)
def g():
    x = 'not a doc'
print(g.__doc__)
def h(): f"formatted {1}"
print(h.__doc__)
