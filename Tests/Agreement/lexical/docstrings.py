"""A module's docstring."""
def f():
    """One line."""
def g():
    '''Several

    lines.
    '''
    return 1
def h():
    'joined ' 'parts'
def i():
    f'not a docstring'
class C:
    """A class."""
    def m(self):
        r"""Raw \n."""
print(f.__doc__, repr(g.__doc__), h.__doc__, i.__doc__)
print(C.__doc__, C.m.__doc__, C().m.__doc__, (lambda: 0).__doc__)
