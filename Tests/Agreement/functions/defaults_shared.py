def add(item, to=[]):
    to.append(item)
    return to
print(add(1), add(2), add(3, []), add(4))
def when(x=print('evaluated once')): return x
when(); when()
n = 5
def frozen(x=n): return x
n = 10
print(frozen(), frozen(7), frozen.__defaults__, add.__defaults__)
def safe(item, to=None):
    to = [] if to is None else to
    to.append(item)
    return to
print(safe(1), safe(2))
def kw(*, a=1, b): return a, b
print(kw(b=2), kw.__kwdefaults__)
