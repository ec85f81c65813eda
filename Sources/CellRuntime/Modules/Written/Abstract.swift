/// `abc`, `collections.abc` and `numbers`, written in the cell language: classes that say what others must have.
extension StandardModules {
    static let abstract = NativeModule(
        "abc", doc: "Abstract classes.",
        source: #"""
            class ABCMeta(type):
                "The class of abstract classes."
                def __new__(mcls, name, bases, namespace, /, **kwargs):
                    cls = super().__new__(mcls, name, bases, namespace, **kwargs)
                    abstracts = {key for key, value in namespace.items() if getattr(value, '__isabstractmethod__', False)}
                    for base in bases:
                        for key in getattr(base, '__abstractmethods__', ()):
                            if getattr(getattr(cls, key, None), '__isabstractmethod__', False): abstracts.add(key)
                    cls.__abstractmethods__ = frozenset(abstracts)
                    cls._abc_registry = []
                    return cls
                def register(cls, subclass):
                    "Makes a class count as derived from this one."
                    if not isinstance(subclass, type): raise TypeError('Can only register classes')
                    cls._abc_registry.append(subclass)
                    return subclass
                def __instancecheck__(cls, instance): return cls.__subclasscheck__(type(instance))
                def __subclasscheck__(cls, subclass):
                    if not isinstance(subclass, type): raise TypeError('issubclass() arg 1 must be a class')
                    hook = getattr(cls, '__subclasshook__', None)
                    if hook is not None:
                        answer = hook(subclass)
                        if answer is not NotImplemented: return answer
                    if cls in subclass.__mro__: return True
                    for known in cls._abc_registry:
                        if issubclass(subclass, known): return True
                    return any(issubclass(subclass, derived) for derived in cls.__subclasses__())

            class ABC(metaclass=ABCMeta):
                "A base for abstract classes."
                __slots__ = ()

            def abstractmethod(funcobj):
                "Marks a method that derived classes must define."
                funcobj.__isabstractmethod__ = True
                return funcobj

            class abstractproperty(property):
                __isabstractmethod__ = True

            def get_cache_token(): return 0
            """#)

    static let collectionsABC = NativeModule(
        "collections.abc", doc: "What containers must have.",
        source: #"""
            from abc import ABCMeta, abstractmethod

            def _has(C, *methods):
                for method in methods:
                    for B in C.__mro__:
                        if method in B.__dict__:
                            if B.__dict__[method] is None: return NotImplemented
                            break
                    else: return NotImplemented
                return True

            class Hashable(metaclass=ABCMeta):
                @abstractmethod
                def __hash__(self): return 0
                @classmethod
                def __subclasshook__(cls, C): return _has(C, '__hash__') if cls is Hashable and not issubclass(C, (list, dict, set)) else NotImplemented

            class Iterable(metaclass=ABCMeta):
                @abstractmethod
                def __iter__(self): yield from ()
                @classmethod
                def __subclasshook__(cls, C): return _has(C, '__iter__') if cls is Iterable else NotImplemented
                __class_getitem__ = classmethod(lambda cls, item: cls)

            class Iterator(Iterable):
                @abstractmethod
                def __next__(self): raise StopIteration
                def __iter__(self): return self
                @classmethod
                def __subclasshook__(cls, C): return _has(C, '__iter__', '__next__') if cls is Iterator else NotImplemented

            class Reversible(Iterable):
                @abstractmethod
                def __reversed__(self): yield from ()

            class Generator(Iterator):
                @classmethod
                def __subclasshook__(cls, C): return _has(C, '__iter__', '__next__', 'send', 'throw', 'close') if cls is Generator else NotImplemented

            class Sized(metaclass=ABCMeta):
                @abstractmethod
                def __len__(self): return 0
                @classmethod
                def __subclasshook__(cls, C): return _has(C, '__len__') if cls is Sized else NotImplemented

            class Container(metaclass=ABCMeta):
                @abstractmethod
                def __contains__(self, x): return False
                @classmethod
                def __subclasshook__(cls, C): return _has(C, '__contains__') if cls is Container else NotImplemented

            class Collection(Sized, Iterable, Container):
                @classmethod
                def __subclasshook__(cls, C): return _has(C, '__len__', '__iter__', '__contains__') if cls is Collection else NotImplemented

            class Callable(metaclass=ABCMeta):
                @abstractmethod
                def __call__(self, *args, **kwds): return False
                @classmethod
                def __subclasshook__(cls, C): return _has(C, '__call__') if cls is Callable else NotImplemented

            class Sequence(Reversible, Collection):
                @abstractmethod
                def __getitem__(self, index): raise IndexError
                def __iter__(self):
                    i = 0
                    try:
                        while True:
                            yield self[i]
                            i += 1
                    except IndexError: return
                def __contains__(self, value): return any(v is value or v == value for v in self)
                def __reversed__(self):
                    for i in reversed(range(len(self))): yield self[i]
                def index(self, value, start=0, stop=None):
                    for i, v in enumerate(self):
                        if i >= start and (stop is None or i < stop) and (v is value or v == value): return i
                    raise ValueError
                def count(self, value): return sum(1 for v in self if v is value or v == value)

            class MutableSequence(Sequence):
                @abstractmethod
                def __setitem__(self, index, value): raise IndexError
                @abstractmethod
                def __delitem__(self, index): raise IndexError
                @abstractmethod
                def insert(self, index, value): raise IndexError
                def append(self, value): self.insert(len(self), value)
                def clear(self):
                    try:
                        while True: self.pop()
                    except IndexError: pass
                def reverse(self):
                    n = len(self)
                    for i in range(n // 2): self[i], self[n - i - 1] = self[n - i - 1], self[i]
                def extend(self, values):
                    for v in (list(values) if values is self else values): self.append(v)
                def pop(self, index=-1):
                    v = self[index]
                    del self[index]
                    return v
                def remove(self, value): del self[self.index(value)]
                def __iadd__(self, values):
                    self.extend(values)
                    return self

            class Set(Collection):
                def __le__(self, other): return len(self) <= len(other) and all(e in other for e in self) if isinstance(other, Set) else NotImplemented
                def __lt__(self, other): return len(self) < len(other) and self <= other if isinstance(other, Set) else NotImplemented
                def __ge__(self, other): return len(self) >= len(other) and all(e in self for e in other) if isinstance(other, Set) else NotImplemented
                def __gt__(self, other): return len(self) > len(other) and self >= other if isinstance(other, Set) else NotImplemented
                def __eq__(self, other): return len(self) == len(other) and self <= other if isinstance(other, Set) else NotImplemented
                @classmethod
                def _from_iterable(cls, it): return cls(it)
                def __and__(self, other): return self._from_iterable(v for v in other if v in self)
                __rand__ = __and__
                def isdisjoint(self, other): return not any(v in self for v in other)
                def __or__(self, other): return self._from_iterable(e for s in (self, other) for e in s)
                __ror__ = __or__
                def __sub__(self, other): return self._from_iterable(v for v in self if v not in other)
                def __xor__(self, other): return (self - other) | self._from_iterable(v for v in other if v not in self)
                __rxor__ = __xor__

            class MutableSet(Set):
                @abstractmethod
                def add(self, value): raise NotImplementedError
                @abstractmethod
                def discard(self, value): raise NotImplementedError
                def remove(self, value):
                    if value not in self: raise KeyError(value)
                    self.discard(value)
                def pop(self):
                    for value in self:
                        self.discard(value)
                        return value
                    raise KeyError
                def clear(self):
                    for value in list(self): self.discard(value)
                def __ior__(self, it):
                    for value in it: self.add(value)
                    return self
                def __iand__(self, it):
                    for value in self - it: self.discard(value)
                    return self
                def __isub__(self, it):
                    for value in list(it): self.discard(value)
                    return self

            class MappingView(Sized):
                def __init__(self, mapping): self._mapping = mapping
                def __len__(self): return len(self._mapping)
                def __repr__(self): return f'{self.__class__.__name__}({self._mapping!r})'

            class KeysView(MappingView, Set):
                @classmethod
                def _from_iterable(cls, it): return set(it)
                def __contains__(self, key): return key in self._mapping
                def __iter__(self): yield from self._mapping

            class ItemsView(MappingView, Set):
                @classmethod
                def _from_iterable(cls, it): return set(it)
                def __contains__(self, item):
                    key, value = item
                    try: v = self._mapping[key]
                    except KeyError: return False
                    return v is value or v == value
                def __iter__(self):
                    for key in self._mapping: yield (key, self._mapping[key])

            class ValuesView(MappingView, Collection):
                def __contains__(self, value): return any(v is value or v == value for v in self)
                def __iter__(self):
                    for key in self._mapping: yield self._mapping[key]

            class Mapping(Collection):
                @abstractmethod
                def __getitem__(self, key): raise KeyError
                def get(self, key, default=None):
                    try: return self[key]
                    except KeyError: return default
                def __contains__(self, key):
                    try: self[key]
                    except KeyError: return False
                    return True
                def keys(self): return KeysView(self)
                def items(self): return ItemsView(self)
                def values(self): return ValuesView(self)
                def __eq__(self, other): return dict(self.items()) == dict(other.items()) if isinstance(other, Mapping) else NotImplemented
                __reversed__ = None

            class MutableMapping(Mapping):
                @abstractmethod
                def __setitem__(self, key, value): raise KeyError
                @abstractmethod
                def __delitem__(self, key): raise KeyError
                _marker = object()
                def pop(self, key, default=_marker):
                    try: value = self[key]
                    except KeyError:
                        if default is self._marker: raise
                        return default
                    del self[key]
                    return value
                def popitem(self):
                    for key in self:
                        value = self[key]
                        del self[key]
                        return key, value
                    raise KeyError
                def clear(self):
                    for key in list(self): del self[key]
                def update(self, other=(), /, **kwds):
                    if hasattr(other, 'keys'):
                        for key in other.keys(): self[key] = other[key]
                    else:
                        for key, value in other: self[key] = value
                    for key, value in kwds.items(): self[key] = value
                def setdefault(self, key, default=None):
                    try: return self[key]
                    except KeyError: self[key] = default
                    return default

            for _type in (tuple, str, range, bytes): Sequence.register(_type)
            from collections import deque as _deque
            MutableSequence.register(list)
            MutableSequence.register(_deque)
            for _type in (frozenset, type({}.keys()), type({}.items())): Set.register(_type)
            MutableSet.register(set)
            MutableMapping.register(dict)
            for _type in (tuple, str, range, bytes, list, dict, set, frozenset, type({}.keys()), type({}.items()), type({}.values())):
                Collection.register(_type)
                Iterable.register(_type)
            for _type in (type(lambda: 0), type(len), type, type([].append)): Callable.register(_type)
            Generator.register(type((x for x in ())))
            ByteString = bytes
            Awaitable = Coroutine = type('Awaitable', (), {})
            """#)

    static let numbers = NativeModule(
        "numbers", doc: "Kinds of numbers.",
        source: #"""
            from abc import ABCMeta
            class Number(metaclass=ABCMeta): __slots__ = ()
            class Complex(Number): __slots__ = ()
            class Real(Complex): __slots__ = ()
            class Rational(Real): __slots__ = ()
            class Integral(Rational): __slots__ = ()
            Integral.register(int)
            Real.register(float)
            """#)
}
