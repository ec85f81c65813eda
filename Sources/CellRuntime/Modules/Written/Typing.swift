/// `typing`, written in the cell language: names for annotations, which nothing checks.
extension StandardModules {
    static let typing = NativeModule(
        "typing", doc: "Names for annotations.",
        source: #"""
            import collections as _collections
            import collections.abc as _abc
            from collections import namedtuple as _namedtuple

            def _text(item):
                if item is Ellipsis: return '...'
                if item is None: return 'None'
                if isinstance(item, type): return item.__qualname__ if item.__module__ == 'builtins' else f'{item.__module__}.{item.__qualname__}'
                if isinstance(item, (list, tuple)): return '[' + ', '.join(map(_text, item)) + ']'
                return repr(item)

            class _Form:
                "A name that may stand in annotations, and before brackets."
                def __init__(self, name, origin=None): self._name, self.__origin__ = name, origin
                def __repr__(self): return 'typing.' + self._name
                def __getitem__(self, items):
                    if not isinstance(items, tuple): items = (items,)
                    return _alias(self, items)
                def __or__(self, other): return Union[self, other]
                def __ror__(self, other): return Union[other, self]
                def __call__(self, *args, **kwargs):
                    if self.__origin__ is None: raise TypeError(f'Cannot instantiate {self!r}')
                    return self.__origin__(*args, **kwargs)
                def __instancecheck__(self, instance):
                    if self.__origin__ is None: raise TypeError(f'{self!r} cannot be used with isinstance()')
                    return isinstance(instance, self.__origin__)
                def __subclasscheck__(self, cls):
                    if self.__origin__ is None: raise TypeError(f'{self!r} cannot be used with issubclass()')
                    return issubclass(cls, self.__origin__)
                def __mro_entries__(self, bases):
                    if self._name == 'Generic': return (_Generic,)
                    if self._name == 'Protocol': return (_Protocol,)
                    return (self.__origin__,) if self.__origin__ is not None else ()

            class _Alias:
                "A name with what stands in its brackets."
                def __init__(self, form, args): self._form, self.__args__ = form, args
                @property
                def __origin__(self): return self._form if self._form.__origin__ is None else self._form.__origin__
                @property
                def __parameters__(self): return tuple(dict.fromkeys(item for arg in self.__args__ for item in ([arg] if isinstance(arg, TypeVar) else getattr(arg, '__parameters__', ()))))
                @property
                def __metadata__(self): return self.__args__[1:]
                def __repr__(self):
                    name, args = self._form._name, self.__args__
                    if name == 'Optional': return f'typing.Optional[{_text(args[0])}]'
                    if name == 'Union' and len(args) == 2 and type(None) in args:
                        return f'typing.Optional[{_text(args[0] if args[1] is type(None) else args[1])}]'
                    if name == 'Callable':
                        inside = '...' if args[0] is Ellipsis else _text(list(args[:-1]))
                        return f'typing.Callable[{inside}, {_text(args[-1])}]'
                    if name == 'Literal': return f"typing.Literal[{', '.join(map(repr, args))}]"
                    if name == 'Annotated': return f"typing.Annotated[{_text(args[0])}, {', '.join(map(repr, args[1:]))}]"
                    return f"typing.{name}[{', '.join(map(_text, args)) or '()'}]"
                def __eq__(self, other):
                    if not isinstance(other, _Alias): return NotImplemented
                    if self._form._name in ('Union', 'Literal'): return self._form is other._form and set(self.__args__) == set(other.__args__)
                    return self._form is other._form and self.__args__ == other.__args__
                def __hash__(self): return hash((self._form._name, frozenset(self.__args__) if self._form._name == 'Union' else self.__args__))
                def __or__(self, other): return Union[self, other]
                def __ror__(self, other): return Union[other, self]
                def __getitem__(self, items):
                    if not isinstance(items, tuple): items = (items,)
                    put = dict(zip(self.__parameters__, items))
                    def fill(arg): return put.get(arg, arg) if isinstance(arg, TypeVar) else arg[tuple(put[p] for p in arg.__parameters__)] if getattr(arg, '__parameters__', ()) else arg
                    return _Alias(self._form, tuple(fill(arg) for arg in self.__args__))
                def __call__(self, *args, **kwargs):
                    if self._form.__origin__ is None: raise TypeError(f'Cannot instantiate {self!r}')
                    return self._form.__origin__(*args, **kwargs)
                def __instancecheck__(self, instance):
                    if self._form._name == 'Union': return isinstance(instance, self.__args__)
                    raise TypeError('Subscripted generics cannot be used with class and instance checks')
                def __mro_entries__(self, bases): return self._form.__mro_entries__(bases)

            def _alias(form, items):
                name = form._name
                items = tuple(type(None) if item is None else item for item in items) if name != 'Literal' else items
                if name == 'Optional': return Union[items[0], None]
                if name == 'Union':
                    flat = []
                    for item in items:
                        for part in (item.__args__ if isinstance(item, _Alias) and item._form is Union else (item,)):
                            if part not in flat: flat.append(part)
                    if len(flat) == 1: return flat[0]
                    return _Alias(form, tuple(flat))
                if name == 'Callable':
                    if len(items) != 2: raise TypeError('Callable must be used as Callable[[arg, ...], result].')
                    arguments = items[0]
                    return _Alias(form, (Ellipsis, items[1]) if arguments is Ellipsis else (*arguments, items[1]))
                return _Alias(form, items)

            Any, Union, Optional, Literal, Final, ClassVar = [_Form(name) for name in ('Any', 'Union', 'Optional', 'Literal', 'Final', 'ClassVar')]
            NoReturn, Never, Self, LiteralString, TypeAlias = [_Form(name) for name in ('NoReturn', 'Never', 'Self', 'LiteralString', 'TypeAlias')]
            Annotated, Concatenate, TypeGuard, Required, NotRequired, Unpack = [_Form(name) for name in ('Annotated', 'Concatenate', 'TypeGuard', 'Required', 'NotRequired', 'Unpack')]
            List, Dict, Tuple, Set, FrozenSet, Type = [_Form(name, kind) for name, kind in (('List', list), ('Dict', dict), ('Tuple', tuple), ('Set', set), ('FrozenSet', frozenset), ('Type', type))]
            DefaultDict, OrderedDict, Counter, Deque, ChainMap = [_Form(name, getattr(_collections, kind)) for name, kind in (('DefaultDict', 'defaultdict'), ('OrderedDict', 'OrderedDict'), ('Counter', 'Counter'), ('Deque', 'deque'), ('ChainMap', 'ChainMap'))]
            Iterable, Iterator, Generator, Sequence, MutableSequence, Mapping, MutableMapping, MutableSet, Collection, Container, Sized, Hashable, Reversible, Callable, KeysView, ValuesView, ItemsView = [
                _Form(name, getattr(_abc, name)) for name in ('Iterable', 'Iterator', 'Generator', 'Sequence', 'MutableSequence', 'Mapping', 'MutableMapping', 'MutableSet', 'Collection', 'Container', 'Sized', 'Hashable', 'Reversible', 'Callable', 'KeysView', 'ValuesView', 'ItemsView')]
            AbstractSet = _Form('AbstractSet', _abc.Set)
            ContextManager = _Form('ContextManager')
            Pattern, Match = _Form('Pattern'), _Form('Match')
            Text = str

            class IO: pass
            class TextIO(IO): pass
            class BinaryIO(IO): pass

            class TypeVar:
                "A name for a class that is to be known later."
                def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
                    self.__name__, self.__constraints__, self.__bound__ = name, constraints, bound
                    self._sign = '+' if covariant else '-' if contravariant else '~'
                def __repr__(self): return self._sign + self.__name__
                def __or__(self, other): return Union[self, other]
                def __ror__(self, other): return Union[other, self]

            class ParamSpec(TypeVar):
                args, kwargs = 'args', 'kwargs'
            class TypeVarTuple(TypeVar): pass

            AnyStr = TypeVar('AnyStr', bytes, str)
            T, KT, VT = TypeVar('T'), TypeVar('KT'), TypeVar('VT')

            class _ClassAlias:
                "A generic class with what stands in its brackets."
                def __init__(self, origin, args): self.__origin__, self.__args__ = origin, args
                def __repr__(self): return f"{self.__origin__.__module__}.{self.__origin__.__qualname__}[{', '.join(map(_text, self.__args__))}]"
                def __call__(self, *args, **kwargs):
                    made = self.__origin__(*args, **kwargs)
                    try: made.__orig_class__ = self
                    except AttributeError: pass
                    return made
                def __getattr__(self, name): return getattr(self.__origin__, name)
                def __mro_entries__(self, bases): return (self.__origin__,)
                def __eq__(self, other): return isinstance(other, _ClassAlias) and (self.__origin__, self.__args__) == (other.__origin__, other.__args__)
                def __hash__(self): return hash((self.__origin__, self.__args__))
                def __or__(self, other): return Union[self, other]

            class _Generic:
                def __class_getitem__(cls, items): return _ClassAlias(cls, items if isinstance(items, tuple) else (items,))
            _Generic.__name__
            Generic = _Form('Generic')

            class _ProtocolMeta(type(_abc.Sized)):
                def __subclasscheck__(cls, subclass):
                    if not getattr(cls, '_is_protocol', False) or cls is _Protocol: return super().__subclasscheck__(subclass)
                    if not getattr(cls, '_is_runtime_protocol', False):
                        raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
                    return all(any(name in base.__dict__ for base in subclass.__mro__) for name in cls._protocol_names())
                def __instancecheck__(cls, instance):
                    if not getattr(cls, '_is_protocol', False) or cls is _Protocol: return super().__instancecheck__(instance)
                    if not getattr(cls, '_is_runtime_protocol', False):
                        raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
                    return all(hasattr(instance, name) for name in cls._protocol_names())
                def _protocol_names(cls):
                    names = []
                    for base in cls.__mro__:
                        if base.__dict__.get('_is_protocol') and base is not _Protocol:
                            names += [n for n in list(base.__dict__) + list(base.__dict__.get('__annotations__', {})) if not n.startswith('_') or n in ('__len__', '__iter__', '__call__', '__getitem__', '__contains__', '__enter__', '__exit__', '__lt__')]
                    return names

            class _Protocol(metaclass=_ProtocolMeta):
                _is_protocol = True
                def __init_subclass__(cls, **kwargs):
                    cls._is_protocol = any(base is _Protocol for base in cls.__bases__)
                def __class_getitem__(cls, items): return _ClassAlias(cls, items if isinstance(items, tuple) else (items,))
            Protocol = _Form('Protocol')

            def runtime_checkable(cls):
                cls._is_runtime_protocol = True
                return cls

            @runtime_checkable
            class SupportsFloat(_Protocol):
                def __float__(self): pass
            @runtime_checkable
            class SupportsInt(_Protocol):
                def __int__(self): pass
            @runtime_checkable
            class SupportsAbs(_Protocol):
                def __abs__(self): pass
            @runtime_checkable
            class SupportsIndex(_Protocol):
                def __index__(self): pass

            class _NamedTupleMeta(type):
                def __new__(metacls, name, bases, namespace):
                    if namespace.get('_is_root'): return super().__new__(metacls, name, bases, namespace)
                    kinds = namespace.get('__annotations__', {})
                    defaults = []
                    for field in kinds:
                        if field in namespace: defaults.append(namespace[field])
                        elif defaults: raise TypeError(f"Non-default namedtuple field {field} cannot follow default field{'s' if len(defaults) > 1 else ''} {', '.join(n for n in kinds if n in namespace)}")
                    made = _namedtuple(name, list(kinds), defaults=defaults, module=namespace.get('__module__', '__main__'))
                    extra = {key: value for key, value in namespace.items() if key not in kinds and key not in ('__qualname__',)}
                    return type(name, (made,), extra)

            class NamedTuple(metaclass=_NamedTupleMeta):
                "A tuple whose items have names."
                _is_root = True
            _NamedTupleRoot = NamedTuple

            class _NamedTupleForm:
                def __call__(self, typename, fields=(), **kwargs):
                    fields = list(fields) or list(kwargs.items())
                    made = _namedtuple(typename, [name for name, _ in fields])
                    return type(typename, (made,), {'__annotations__': dict(fields)})
                def __mro_entries__(self, bases): return (_NamedTupleRoot,)
                def __repr__(self): return '<function NamedTuple>'
            NamedTuple = _NamedTupleForm()

            class _TypedDictMeta(type):
                def __new__(metacls, name, bases, namespace, total=True):
                    kinds = {}
                    for base in bases: kinds.update(getattr(base, '__annotations__', {}))
                    kinds.update(namespace.get('__annotations__', {}))
                    namespace = dict(namespace)
                    namespace['__annotations__'], namespace['__total__'] = kinds, total
                    required = {key for key in kinds if total}
                    for base in bases: required |= set(getattr(base, '__required_keys__', ()))
                    namespace['__required_keys__'] = frozenset(required)
                    namespace['__optional_keys__'] = frozenset(kinds) - frozenset(required)
                    return super().__new__(metacls, name, (dict,) if name != 'TypedDict' and False else bases, namespace)
                def __call__(cls, *args, **kwargs): return dict(*args, **kwargs)
                def __instancecheck__(cls, instance): raise TypeError('TypedDict does not support instance and class checks')

            class TypedDict(metaclass=_TypedDictMeta):
                "A dictionary with known keys."

            def NewType(name, tp):
                "A class in name only."
                def made(x): return x
                made.__name__ = made.__qualname__ = name
                made.__supertype__ = tp
                return made

            def cast(typ, val):
                "The value itself."
                return val
            def overload(func):
                "One of several signatures; the last definition counts."
                return func
            def final(f): return f
            def override(f): return f
            def no_type_check(arg): return arg
            def assert_type(val, typ): return val
            def assert_never(arg): raise AssertionError(f'Expected code to be unreachable, but got: {arg!r}')
            def reveal_type(obj):
                import sys
                print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
                return obj
            def get_origin(tp):
                "What stands before the brackets."
                return getattr(tp, '__origin__', None) if not isinstance(tp, _Form) else tp.__origin__
            def get_args(tp):
                "What stands in the brackets."
                args = getattr(tp, '__args__', ())
                if isinstance(tp, _Alias) and tp._form._name == 'Callable' and args[0] is not Ellipsis: return (list(args[:-1]), args[-1])
                return args
            def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
                "The annotations, with texts evaluated."
                hints = {}
                sources = reversed(obj.__mro__) if isinstance(obj, type) else [obj]
                for source in sources:
                    for name, value in (source.__dict__.get('__annotations__', {}) if isinstance(source, type) else getattr(source, '__annotations__', {})).items():
                        if value is None: value = type(None)
                        if isinstance(value, str): value = eval(value, globalns or {**globals(), **getattr(obj, '__globals__', {})})
                        hints[name] = value
                return hints
            def is_typeddict(tp): return isinstance(tp, _TypedDictMeta)
            TYPE_CHECKING = False
            """#)
}
