class C:
    x = 1
    def m(self): return 2
c = C()
print(hasattr(c, 'x'), getattr(c, 'm')(), getattr(c, 'q', None), setattr(c, 'y', 5), c.y, callable(c.m), callable(c.x))
delattr(c, 'y'); print(hasattr(c, 'y'), vars(c), isinstance(c, C), issubclass(C, object), type(c).__name__)
print(id(c) == id(c), hash('a') == hash('a'), repr('x'), ascii('é'), str([1, 'a']), str(b'a'), chr(65), ord('A'), format(3.14159, '.2f'), format('x', '>3'), format(5))
print(isinstance(1, (int, str)), isinstance([], list), isinstance({}, dict), isinstance('', str), isinstance(None, type(None)), isinstance(C, type), isinstance(len, object))
print(type(1).__name__, type(1.0).__name__, type('').__name__, type([]).__name__, type(()).__name__, type({}).__name__, type(set()).__name__, type(None).__name__, type(len).__name__, type(C).__name__, type(range(1)).__name__, type(b'').__name__, type(True).__name__, type(...).__name__, type(NotImplemented).__name__)
print(C.__name__, repr(int), str(list), type(5), [int, str], C.m.__name__, repr(None), repr(...), repr(True), print.__name__)
print(object() != object(), isinstance(object(), object), 'x' in dir(c), [n for n in dir(C) if n in ('x', 'm')])
print('a' in globals() or 'c' in globals(), (lambda: sorted(locals()))(), (lambda q: sorted(locals()))(1))
print(eval('1 + 2') if False else 3, bool(print()), print('a', 'b', sep='-', end='!\n'), [print(1)] == [None])
print(*[1, 2, 3], sep='\n', end='\n--\n')
print('multi', 1, 2.0, None, True, [1], sep=' | ')
print('a', end=''); print('b', end=' '); print(); print('', 'x'); print(sep='x')
