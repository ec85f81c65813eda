class A:
    x = 1
    def __init__(self): self.y = 2
a = A()
print(getattr(a, 'x'), getattr(a, 'z', 'none'), hasattr(a, 'y'), hasattr(a, 'z'), vars(a), 'x' in dir(a), 'y' in dir(a), callable(a), callable(A), type(a) is A, isinstance(a, A), id(a) == id(a))
setattr(a, 'z', 3)
delattr(a, 'y')
print(vars(a), a.__class__.__name__, A.__dict__['x'], sorted(k for k in vars(A) if not k.startswith('__')), [n for n in dir(a) if not n.startswith('_')])
print(hash('a') == hash('a'), hash(1) == hash(1.0) == hash(True), hash((1, 'a')) == hash((1, 'a')), id(1) == id(1))
print(eval('1 + 2'), eval('x * 2', {'x': 5}), eval('a + b', {'a': 1}, {'b': 2}))
space = {}
exec('y = 5\ndef f(): return y * 2', space)
print(space['y'], space['f'](), sorted(k for k in space if not k.startswith('__')))
exec('z9 = 7')
print(z9, eval(compile('3 * 4', 'here', 'eval')))
local = {'n': 3}
exec('m = n + 1', {}, local)
print(local, eval('[n for n in range(3)]'), eval('(lambda: 5)()'))
print(globals()['z9'], 'a' in globals(), (lambda p, q=2: sorted(locals().items()))(1))
class B(A): pass
print(issubclass(B, A), B.__mro__[-1], super(B, B()).x, B.__bases__[0].__name__)
