/// `enum`, written in the cell language.
extension StandardModules {
    static let enumModule = NativeModule(
        "enum", doc: "Classes of named constants.",
        source: #"""
            _unset = object()

            _property = property

            class auto:
                "The next value."
                def __init__(self, value=_unset): self.value = value
                def __repr__(self): return 'auto(%r)' % (None if self.value is _unset else self.value)
                def __or__(self, other): return _Later(lambda a, b: a | b, self, other)
                def __and__(self, other): return _Later(lambda a, b: a & b, self, other)
                def __xor__(self, other): return _Later(lambda a, b: a ^ b, self, other)
                __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

            class _Later(auto):
                "Made of values that are not known yet."
                def __init__(self, operation, *parts): self.operation, self.parts = operation, parts
                @_property
                def value(self): return self.operation(*[part.value if isinstance(part, auto) else part for part in self.parts])

            class nonmember:
                def __init__(self, value): self.value = value

            class member:
                def __init__(self, value): self.value = value

            class property(property): pass

            def _is_dunder(name): return len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_'
            def _is_sunder(name): return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_'
            def _is_descriptor(value):
                return isinstance(value, (type(lambda: 0), classmethod, staticmethod, _property)) or hasattr(type(value), '__get__') and not isinstance(value, type)
            def _is_private(cls, name): return name.startswith(f'_{cls}__') and not name.endswith('__')

            class EnumType(type):
                "The class of classes of constants."
                def __new__(metacls, cls, bases, namespace, *, boundary=None, _simple=False, **kwds):
                    first = next((base for base in bases if isinstance(base, EnumType)), None)
                    for base in bases:
                        if isinstance(base, EnumType) and base._member_names_:
                            raise TypeError(f'<enum {cls!r}> cannot extend {base!r}')
                    if first is None:
                        made = super().__new__(metacls, cls, bases, namespace, **kwds)
                        made._member_names_, made._member_map_, made._value2member_map_, made._member_type_ = [], {}, {}, object
                        return made
                    ignored = namespace.get('_ignore_', ())
                    if isinstance(ignored, str): ignored = ignored.replace(',', ' ').split()
                    plain, members = {}, {}
                    for name, value in namespace.items():
                        if isinstance(value, nonmember): plain[name] = value.value
                        elif isinstance(value, member): members[name] = value.value
                        elif name in ignored or name == '_ignore_': pass
                        elif _is_dunder(name) or _is_sunder(name) or _is_private(cls, name) or _is_descriptor(value): plain[name] = value
                        else: members[name] = value
                    for name in members:
                        if name == 'mro': raise ValueError('invalid enum member name(s) %r' % name)
                    made = super().__new__(metacls, cls, bases, plain, **kwds)
                    made._member_names_, made._member_map_, made._value2member_map_ = [], {}, {}
                    made._unhashable_ = []
                    made._member_type_ = metacls._data_type(bases)
                    made._boundary_ = boundary
                    data_type = made._member_type_
                    if data_type is not object:
                        for name in ('__repr__', '__str__', '__format__'):
                            if name not in plain and getattr(first, name, None) is not None:
                                setattr(made, name, _lookup(first, name))
                        if any(base.__name__ == 'ReprEnum' for base in bases):
                            if '__format__' not in plain: made.__format__ = data_type.__format__
                            if '__str__' not in plain: made.__str__ = data_type.__str__ if data_type is str else data_type.__repr__
                    generate = _lookup(made, '_generate_next_value_')
                    if isinstance(generate, staticmethod): generate = generate.__func__
                    maker = plain.get('__new__')
                    if maker is None:
                        for base in bases:
                            if '__new_member__' in base.__dict__: maker = base.__dict__['__new_member__']
                    else: made.__new_member__ = maker
                    if isinstance(maker, staticmethod): maker = maker.__func__
                    values = []
                    for name, value in members.items():
                        if isinstance(value, auto):
                            if value.value is _unset: value.value = generate(name, 1, len(made._member_names_), values[:])
                            value = value.value
                        elif isinstance(value, tuple) and any(isinstance(part, auto) for part in value):
                            value = tuple(generate(name, 1, len(made._member_names_), values[:]) if isinstance(part, auto) else part for part in value)
                        args = value if isinstance(value, tuple) else (value,)
                        if data_type is tuple: args = (args,)
                        if maker is not None:
                            item = maker(made, *args)
                            if not hasattr(item, '_value_'): item._value_ = value if data_type is object else data_type(*args)
                        elif data_type is not object:
                            item = data_type.__new__(made, *args)
                            item._value_ = data_type(*args)
                        else:
                            item = object.__new__(made)
                            item._value_ = value
                        values.append(item._value_)
                        known = None
                        for other in made._member_map_.values():
                            if other._value_ == item._value_ and type(other._value_) is type(item._value_) or (data_type is not object and other._value_ == item._value_):
                                known = other
                                break
                            if other._value_ == item._value_:
                                known = other
                                break
                        if known is not None:
                            made._member_map_[name] = known
                            type.__setattr__(made, name, known)
                            continue
                        item._name_ = name
                        item.__objclass__ = made
                        item._sort_order_ = len(made._member_names_)
                        if hasattr(made, '__init__') and any('__init__' in base.__dict__ for base in made.__mro__ if isinstance(base, EnumType)):
                            item.__init__(*args)
                        made._member_names_.append(name)
                        made._member_map_[name] = item
                        type.__setattr__(made, name, item)
                        try: made._value2member_map_[item._value_] = item
                        except TypeError: made._unhashable_.append(item)
                    return made

                def _data_type(bases):
                    for base in bases:
                        for cls in base.__mro__:
                            if cls is object or isinstance(cls, EnumType):
                                if isinstance(cls, EnumType) and cls._member_type_ is not object: return cls._member_type_
                                continue
                            if cls.__module__ == 'builtins' or '__new__' in cls.__dict__: return cls
                    return object
                _data_type = staticmethod(_data_type)

                def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
                    if names is None: return cls._find(value)
                    return cls._create_(value, names, start=start, type=type)
                def _find(cls, value):
                    if isinstance(value, cls): return value
                    try:
                        if value in cls._value2member_map_: return cls._value2member_map_[value]
                    except TypeError:
                        for item in cls._unhashable_:
                            if item._value_ == value: return item
                    try: result = cls._missing_(value)
                    except Exception as error:
                        failure = ValueError('%r is not a valid %s' % (value, cls.__qualname__))
                        error.__context__ = failure
                        raise error
                    if isinstance(result, cls): return result
                    if result is None: raise ValueError('%r is not a valid %s' % (value, cls.__qualname__))
                    raise TypeError(f'error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member')
                def _create_(cls, name, names, start=1, type=None):
                    if isinstance(names, str): names = names.replace(',', ' ').split()
                    namespace, values = {}, []
                    if isinstance(names, dict): names = list(names.items())
                    names = list(names)
                    for index, item in enumerate(names):
                        if isinstance(item, str):
                            value = cls._generate_next_value_(item, start, index, values[:])
                            values.append(value)
                            namespace[item] = value
                        else: namespace[item[0]] = item[1]
                    namespace['__module__'] = '__main__'
                    bases = (cls,) if type is None else (type, cls)
                    return EnumType(name, bases, namespace)
                def __iter__(cls): return (cls._member_map_[name] for name in cls._member_names_)
                def __reversed__(cls): return (cls._member_map_[name] for name in reversed(cls._member_names_))
                def __len__(cls): return len(cls._member_names_)
                def __bool__(cls): return True
                def __contains__(cls, item):
                    if not isinstance(item, Enum):
                        raise TypeError(f"unsupported operand type(s) for 'in': '{type(item).__qualname__}' and '{type(cls).__qualname__}'")
                    return isinstance(item, cls) and item._name_ in cls._member_map_
                def __getitem__(cls, name): return cls._member_map_[name]
                @_property
                def __members__(cls): return dict(cls._member_map_)
                def __repr__(cls): return '<flag %r>' % cls.__name__ if any(base.__name__ == 'Flag' for base in cls.__mro__[1:]) else '<enum %r>' % cls.__name__
                def __setattr__(cls, name, value):
                    if name in cls.__dict__.get('_member_map_', {}): raise AttributeError(f'cannot reassign member {name!r}')
                    super().__setattr__(name, value)
                def __delattr__(cls, name):
                    if name in cls.__dict__.get('_member_map_', {}): raise AttributeError(f'{cls.__name__!r} cannot delete member {name!r}.')
                    super().__delattr__(name)
                def __dir__(cls): return sorted(['__class__', '__contains__', '__doc__', '__getitem__', '__init_subclass__', '__iter__', '__len__', '__members__', '__module__', '__name__', '__qualname__'] + cls._member_names_)

            EnumMeta = EnumType

            def _lookup(cls, name):
                for base in cls.__mro__:
                    if name in base.__dict__: return base.__dict__[name]

            class Enum(metaclass=EnumType):
                "A class of named constants."
                @_property
                def name(self): return self._name_
                @_property
                def value(self): return self._value_
                def _generate_next_value_(name, start, count, last_values):
                    numbers = [value for value in last_values if isinstance(value, (int, float))]
                    if not last_values: return start
                    if not numbers: raise TypeError('unable to sort non-numeric values')
                    return max(numbers) + 1
                _generate_next_value_ = staticmethod(_generate_next_value_)
                @classmethod
                def _missing_(cls, value): return None
                def __repr__(self): return '<%s.%s: %r>' % (self.__class__.__name__, self._name_, self._value_)
                def __str__(self): return '%s.%s' % (self.__class__.__name__, self._name_)
                def __format__(self, format_spec): return format(str(self), format_spec)
                def __hash__(self): return hash(self._name_)
                def __copy__(self): return self
                def __deepcopy__(self, memo): return self
                def __dir__(self): return sorted(['__class__', '__doc__', '__module__', 'name', 'value'])
                def __setattr__(self, name, value):
                    if name in ('name', 'value') and '_name_' in self.__dict__: raise AttributeError(f"<enum {self.__class__.__name__!r}> cannot set attribute {name!r}")
                    object.__setattr__(self, name, value)

            class ReprEnum(Enum):
                "Only the repr is that of constants."

            class IntEnum(int, ReprEnum):
                "Constants that are integers."

            class StrEnum(str, ReprEnum):
                "Constants that are strings."
                def __new__(cls, *values):
                    if len(values) > 3: raise TypeError('too many arguments for str(): %r' % (values,))
                    if not isinstance(values[0], str): raise TypeError('%r is not a string' % (values[0],))
                    item = str.__new__(cls, *values)
                    item._value_ = str(*values)
                    return item
                def _generate_next_value_(name, start, count, last_values): return name.lower()
                _generate_next_value_ = staticmethod(_generate_next_value_)

            def _bits(number):
                while number:
                    bit = number & -number
                    yield bit
                    number ^= bit

            class Flag(Enum):
                "Constants that can be combined."
                def _generate_next_value_(name, start, count, last_values):
                    if not count: return start if start is not None else 1
                    return 2 ** max(last_values).bit_length()
                _generate_next_value_ = staticmethod(_generate_next_value_)
                @classmethod
                def _all(cls):
                    total = 0
                    for item in cls._member_map_.values(): total |= item._value_
                    return total
                @classmethod
                def _missing_(cls, value):
                    if not isinstance(value, int): raise ValueError('%r is not a valid %s' % (value, cls.__qualname__))
                    everything = cls._all()
                    if value < 0: value = everything & value if -value <= everything + 1 else value
                    if value & ~everything and not issubclass(cls, int):
                        width = max(value.bit_length(), everything.bit_length())
                        raise ValueError('%r invalid value %r\n    given %s\n  allowed %s' % (cls, value, _binary(value, width), _binary(everything, width)))
                    item = int.__new__(cls, value) if issubclass(cls, int) else object.__new__(cls)
                    names = [member._name_ for member in cls if member._value_ & value == member._value_ and member._value_ and not member._value_ & (member._value_ - 1)]
                    rest = value & ~everything
                    item._name_ = '|'.join(names + ([str(rest)] if rest else [])) if names or rest else None
                    item._value_ = value
                    cls._value2member_map_[value] = item
                    return item
                def __contains__(self, other):
                    if not isinstance(other, self.__class__): raise TypeError("unsupported operand type(s) for 'in': %r and %r" % (type(other).__qualname__, self.__class__.__qualname__))
                    return other._value_ & self._value_ == other._value_
                def __iter__(self): return (self.__class__(bit) for bit in _bits(self._value_ & self.__class__._all()))
                def __len__(self): return bin(self._value_).count('1')
                def __repr__(self):
                    name = self.__class__.__name__
                    return f'<{name}: {self._value_}>' if self._name_ is None else f'<{name}.{self._name_}: {self._value_}>'
                def __str__(self):
                    name = self.__class__.__name__
                    return f'{name}({self._value_})' if self._name_ is None else f'{name}.{self._name_}'
                def __bool__(self): return bool(self._value_)
                def _other(self, other):
                    if isinstance(other, self.__class__): return other._value_
                    if isinstance(other, int) and isinstance(self, int): return other
                    return NotImplemented
                def __or__(self, other):
                    other = self._other(other)
                    return other if other is NotImplemented else self.__class__(self._value_ | other)
                def __and__(self, other):
                    other = self._other(other)
                    return other if other is NotImplemented else self.__class__(self._value_ & other)
                def __xor__(self, other):
                    other = self._other(other)
                    return other if other is NotImplemented else self.__class__(self._value_ ^ other)
                __ror__, __rand__, __rxor__ = __or__, __and__, __xor__
                def __invert__(self): return self.__class__(self.__class__._all() & ~self._value_)

            def _binary(number, width): return '0b0 ' + format(number, f'0{width}b')

            class IntFlag(int, ReprEnum, Flag):
                "Integers that can be combined."
                __or__, __and__, __xor__, __invert__ = Flag.__or__, Flag.__and__, Flag.__xor__, Flag.__invert__
                __ror__, __rand__, __rxor__ = Flag.__or__, Flag.__and__, Flag.__xor__
                __repr__ = Flag.__repr__
                __contains__, __iter__, __len__, __bool__ = Flag.__contains__, Flag.__iter__, Flag.__len__, Flag.__bool__

            def unique(enumeration):
                "Refuses two names for one value."
                twice = [(name, item.name) for name, item in enumeration.__members__.items() if name != item.name]
                if twice: raise ValueError('duplicate values found in %r: %s' % (enumeration, ', '.join(f'{alias} -> {name}' for alias, name in twice)))
                return enumeration

            class verify:
                def __init__(self, *checks): self.checks = checks
                def __call__(self, enumeration): return unique(enumeration) if UNIQUE in self.checks else enumeration

            class EnumCheck(StrEnum):
                CONTINUOUS = 'no skipped integer values'
                NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
                UNIQUE = 'one name per value'
            CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck

            class FlagBoundary(StrEnum):
                STRICT = auto()
                CONFORM = auto()
                EJECT = auto()
                KEEP = auto()
            STRICT, CONFORM, EJECT, KEEP = FlagBoundary
            """#)
}
