/// `dataclasses`, written in the cell language.
extension StandardModules {
    static let dataclasses = NativeModule(
        "dataclasses", doc: "Classes made from the fields they list.",
        source: #"""
            import copy as _copy
            from reprlib import recursive_repr as _recursive_repr

            class FrozenInstanceError(AttributeError): pass

            class _Missing:
                def __repr__(self): return '<dataclasses._MISSING_TYPE object>'
            MISSING = _Missing()
            class _KwOnly:
                def __repr__(self): return '<dataclasses._KW_ONLY_TYPE object>'
            KW_ONLY = _KwOnly()

            class Field:
                "What there is to know about a field."
                def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
                    self.name = self.type = None
                    self.default, self.default_factory = default, default_factory
                    self.init, self.repr, self.hash, self.compare = init, repr, hash, compare
                    self.metadata = {} if metadata is None else metadata
                    self.kw_only = kw_only
                    self._field_type = None
                def __repr__(self):
                    return f'Field(name={self.name!r},type={self.type!r},default={self.default!r},default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},hash={self.hash!r},compare={self.compare!r},metadata=mappingproxy({self.metadata!r}),kw_only={self.kw_only!r},_field_type={self._field_type})'

            def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
                "A field with more to say than a default."
                if default is not MISSING and default_factory is not MISSING: raise ValueError('cannot specify both default and default_factory')
                return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)

            class InitVar:
                def __init__(self, type): self.type = type
                def __class_getitem__(cls, type): return InitVar(type)
                def __repr__(self): return f'dataclasses.InitVar[{getattr(self.type, "__name__", repr(self.type))}]'

            def _kind(annotation):
                text = annotation if isinstance(annotation, str) else repr(annotation)
                if text.startswith(('typing.ClassVar', 'ClassVar')): return '_FIELD_CLASSVAR'
                if annotation is InitVar or text.startswith(('dataclasses.InitVar', 'InitVar')): return '_FIELD_INITVAR'
                return '_FIELD'

            def _fields_of(cls, kw_only):
                found = {}
                for base in cls.__mro__[-1:0:-1]:
                    for name, item in base.__dict__.get('__dataclass_fields__', {}).items(): found[name] = item
                seen_kw_only = False
                for name, annotation in cls.__dict__.get('__annotations__', {}).items():
                    if annotation is KW_ONLY or annotation in ('KW_ONLY', 'dataclasses.KW_ONLY'):
                        kw_only = seen_kw_only = True
                        continue
                    default = getattr(cls, name, MISSING)
                    item = default if isinstance(default, Field) else field(default=default)
                    item.name, item.type, item._field_type = name, annotation, _kind(annotation)
                    if item.kw_only is MISSING: item.kw_only = kw_only
                    if item._field_type != '_FIELD' and item.default_factory is not MISSING:
                        raise TypeError(f'field {name} cannot have a default factory')
                    if item._field_type == '_FIELD' and item.default.__class__.__hash__ is None:
                        raise ValueError(f'mutable default {type(item.default)} for field {name} is not allowed: use default_factory')
                    if isinstance(default, Field):
                        if item.default is MISSING: delattr(cls, name)
                        else: setattr(cls, name, item.default)
                    found[name] = item
                for name, value in cls.__dict__.items():
                    if isinstance(value, Field) and name not in cls.__dict__.get('__annotations__', {}):
                        raise TypeError(f'{name!r} is a field but has no type annotation')
                return found

            def _make(name, parameters, body, names, cls, returns=None):
                source = f'def {name}({", ".join(parameters)}):\n' + '\n'.join('    ' + line for line in body or ['pass'])
                space = dict(names)
                exec(source, space)
                function = space[name]
                function.__qualname__ = f'{cls.__qualname__}.{name}'
                return function

            def _init(cls, fields, frozen):
                ordinary = [f for f in fields if f.init and not f.kw_only]
                keyword = [f for f in fields if f.init and f.kw_only]
                seen = None
                for f in ordinary:
                    if f.default is MISSING and f.default_factory is MISSING:
                        if seen: raise TypeError(f'non-default argument {f.name!r} follows default argument')
                    else: seen = f.name
                names = {'_MISSING': MISSING, '_set': object.__setattr__}
                body, hooks = [], []
                annotations = {}
                def parameter(f):
                    annotations[f.name] = f.type
                    if f.default is not MISSING:
                        names[f'_default_{f.name}'] = f.default
                        return f'{f.name}=_default_{f.name}'
                    if f.default_factory is not MISSING:
                        return f'{f.name}=_MISSING'
                    return f.name
                parameters = ['self'] + [parameter(f) for f in ordinary]
                if keyword: parameters += ['*'] + [parameter(f) for f in keyword]
                for f in fields:
                    value = f.name
                    if f.default_factory is not MISSING:
                        names[f'_factory_{f.name}'] = f.default_factory
                        value = f'_factory_{f.name}() if {f.name} is _MISSING else {f.name}' if f.init else f'_factory_{f.name}()'
                    elif not f.init:
                        if f.default is MISSING or '__slots__' not in cls.__dict__: continue
                        names[f'_default_{f.name}'] = f.default
                        value = f'_default_{f.name}'
                    if f._field_type == '_FIELD_INITVAR':
                        hooks.append(f.name)
                        continue
                    body.append(f'_set(self, {f.name!r}, {value})' if frozen else f'self.{f.name} = {value}')
                if hasattr(cls, '__post_init__'): body.append(f'self.__post_init__({", ".join(hooks)})')
                function = _make('__init__', parameters, body, names, cls)
                function.__annotations__ = annotations | {'return': None}
                return function

            def _set_new(cls, name, function):
                if name in cls.__dict__: return True
                setattr(cls, name, function)
                return False

            def _process(cls, init, repr_, eq, order, unsafe_hash, frozen, match_args, kw_only, slots):
                fields = _fields_of(cls, kw_only)
                parents = [base for base in cls.__mro__[1:] if hasattr(base, '__dataclass_params__')]
                if parents:
                    if any(base.__dataclass_params__['frozen'] for base in parents) and not frozen:
                        raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
                    if frozen and not any(base.__dataclass_params__['frozen'] for base in parents):
                        raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
                if order and not eq: raise ValueError('eq must be true if order is true')
                cls.__dataclass_fields__ = fields
                cls.__dataclass_params__ = {'init': init, 'repr': repr_, 'eq': eq, 'order': order, 'unsafe_hash': unsafe_hash, 'frozen': frozen}
                all_init = [f for f in fields.values() if f._field_type != '_FIELD_CLASSVAR']
                real = [f for f in fields.values() if f._field_type == '_FIELD']
                has_hash = '__hash__' in cls.__dict__ and not (cls.__dict__['__hash__'] is None and '__eq__' in cls.__dict__)
                if init: cls.__init__ = _init(cls, all_init, frozen)
                if repr_:
                    shown = [f.name for f in real if f.repr]
                    @_recursive_repr()
                    def __repr__(self):
                        return self.__class__.__qualname__ + '(' + ', '.join(f'{name}={getattr(self, name)!r}' for name in shown) + ')'
                    __repr__.__qualname__ = f'{cls.__qualname__}.__repr__'
                    _set_new(cls, '__repr__', __repr__)
                compared = [f.name for f in real if f.compare]
                def key(self): return tuple(getattr(self, name) for name in compared)
                if eq:
                    def __eq__(self, other):
                        return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented
                    _set_new(cls, '__eq__', __eq__)
                if order:
                    def __lt__(self, other): return key(self) < key(other) if other.__class__ is self.__class__ else NotImplemented
                    def __le__(self, other): return key(self) <= key(other) if other.__class__ is self.__class__ else NotImplemented
                    def __gt__(self, other): return key(self) > key(other) if other.__class__ is self.__class__ else NotImplemented
                    def __ge__(self, other): return key(self) >= key(other) if other.__class__ is self.__class__ else NotImplemented
                    for name, function in [('__lt__', __lt__), ('__le__', __le__), ('__gt__', __gt__), ('__ge__', __ge__)]:
                        if _set_new(cls, name, function):
                            raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}. Consider using functools.total_ordering')
                if frozen:
                    names = tuple(f.name for f in real)
                    def __setattr__(self, name, value):
                        if type(self) is cls or name in names: raise FrozenInstanceError(f'cannot assign to field {name!r}')
                        super(cls, self).__setattr__(name, value)
                    def __delattr__(self, name):
                        if type(self) is cls or name in names: raise FrozenInstanceError(f'cannot delete field {name!r}')
                        super(cls, self).__delattr__(name)
                    for name, function in [('__setattr__', __setattr__), ('__delattr__', __delattr__)]:
                        if _set_new(cls, name, function): raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}')
                if unsafe_hash or eq and frozen:
                    hashed = [f.name for f in real if (f.compare if f.hash is None else f.hash)]
                    def __hash__(self): return hash(tuple(getattr(self, name) for name in hashed))
                    if unsafe_hash and has_hash: raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
                    if not has_hash: cls.__hash__ = __hash__
                elif eq and not has_hash: cls.__hash__ = None
                if match_args: _set_new(cls, '__match_args__', tuple(f.name for f in all_init if f.init and not f.kw_only))
                if not getattr(cls, '__doc__'): cls.__doc__ = cls.__name__ + _signature(cls)
                if slots:
                    if '__slots__' in cls.__dict__: raise TypeError(f'{cls.__name__} already specifies __slots__')
                    space = {name: value for name, value in cls.__dict__.items() if name not in fields and name != '__dict__'}
                    space['__slots__'] = tuple(f.name for f in real)
                    space['__qualname__'] = cls.__qualname__
                    cls = type(cls)(cls.__name__, cls.__bases__, space)
                return cls

            def _signature(cls):
                parts = []
                for f in cls.__dataclass_fields__.values():
                    if f.init and f._field_type != '_FIELD_CLASSVAR':
                        kind = getattr(f.type, '__name__', None) if isinstance(f.type, type) else repr(f.type)
                        default = f' = {f.default!r}' if f.default is not MISSING else ' = <factory>' if f.default_factory is not MISSING else ''
                        parts.append(f'{f.name}: {kind}{default}')
                return '(' + ', '.join(parts) + ')'

            def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
                "Adds __init__, __repr__, __eq__ and more to a class, from the fields it lists."
                def wrap(cls): return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots)
                return wrap if cls is None else wrap(cls)

            def fields(class_or_instance):
                "The fields, in order."
                try: found = class_or_instance.__dataclass_fields__
                except AttributeError: raise TypeError('must be called with a dataclass type or instance') from None
                return tuple(f for f in found.values() if f._field_type == '_FIELD')

            def is_dataclass(obj):
                return hasattr(obj if isinstance(obj, type) else type(obj), '__dataclass_fields__')

            def _is_instance(obj): return not isinstance(obj, type) and hasattr(type(obj), '__dataclass_fields__')

            def asdict(obj, *, dict_factory=dict):
                "The fields as a dictionary, those inside too."
                if not _is_instance(obj): raise TypeError('asdict() should be called on dataclass instances')
                return _inner(obj, lambda item: dict_factory([(f.name, _inner(getattr(item, f.name), None, dict_factory)) for f in fields(item)]), dict_factory)

            def _inner(obj, convert, dict_factory=dict):
                if _is_instance(obj):
                    if convert: return convert(obj)
                    return dict_factory([(f.name, _inner(getattr(obj, f.name), None, dict_factory)) for f in fields(obj)])
                if isinstance(obj, tuple) and hasattr(obj, '_fields'): return type(obj)(*[_inner(v, None, dict_factory) for v in obj])
                if isinstance(obj, (list, tuple)): return type(obj)(_inner(v, None, dict_factory) for v in obj)
                if isinstance(obj, dict): return type(obj)((_inner(k, None, dict_factory), _inner(v, None, dict_factory)) for k, v in obj.items())
                return _copy.deepcopy(obj)

            def astuple(obj, *, tuple_factory=tuple):
                "The values of the fields, those inside too."
                if not _is_instance(obj): raise TypeError('astuple() should be called on dataclass instances')
                def inner(item):
                    if _is_instance(item): return tuple_factory([inner(getattr(item, f.name)) for f in fields(item)])
                    if isinstance(item, (list, tuple)): return type(item)([inner(v) for v in item])
                    if isinstance(item, dict): return type(item)((inner(k), inner(v)) for k, v in item.items())
                    return _copy.deepcopy(item)
                return inner(obj)

            def replace(obj, /, **changes):
                "The same with other values for some fields."
                if not _is_instance(obj): raise TypeError('replace() should be called on dataclass instances')
                for f in obj.__dataclass_fields__.values():
                    if f._field_type == '_FIELD_CLASSVAR': continue
                    if not f.init:
                        if f.name in changes: raise ValueError(f'field {f.name} is declared with init=False, it cannot be specified with replace()')
                        continue
                    if f.name not in changes:
                        if f._field_type == '_FIELD_INITVAR' and f.default is MISSING: raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
                        changes[f.name] = getattr(obj, f.name)
                return obj.__class__(**changes)

            def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
                "Makes a class from names, types and defaults."
                space = dict(namespace or {})
                annotations = {}
                for item in fields:
                    if isinstance(item, str): name, kind = item, 'typing.Any'
                    elif len(item) == 2: name, kind = item
                    else:
                        name, kind, space[item[0]] = item
                    annotations[name] = kind
                space['__annotations__'] = annotations
                return dataclass(type(cls_name, bases, space), **options)
            """#)

    static let reprlib = NativeModule(
        "reprlib", doc: "Short texts of values.",
        source: #"""
            def recursive_repr(fillvalue='...'):
                "Shows an object inside itself as a few dots."
                def decorate(function):
                    running = set()
                    def wrapper(self):
                        key = id(self)
                        if key in running: return fillvalue
                        running.add(key)
                        try: return function(self)
                        finally: running.discard(key)
                    wrapper.__name__, wrapper.__doc__ = function.__name__, function.__doc__
                    return wrapper
                return decorate

            def repr(x, limit=30):
                text = __builtins__repr(x)
                return text if len(text) <= limit else text[:(limit - 3) // 2] + '...' + text[len(text) - (limit - 3 - (limit - 3) // 2):]
            __builtins__repr = type('', (), {'__call__': lambda self, x: f'{x!r}'})()
            """#)
}
