/// What `functools` has beside its natives, written in the cell language.
extension StandardModules {
    static let writtenFunctools = #"""
        def total_ordering(cls):
            "Adds the comparisons that a class lacks, from one that it has and __eq__."
            roots = [name for name in ('__lt__', '__le__', '__gt__', '__ge__') if any(name in base.__dict__ for base in cls.__mro__[:-1])]
            if not roots: raise ValueError('must define at least one ordering operation: < > <= >=')
            root = '__lt__' if '__lt__' in roots else '__le__' if '__le__' in roots else '__gt__' if '__gt__' in roots else '__ge__'
            def make(name):
                def compare(self, other):
                    answer = getattr(type(self), root)(self, other)
                    if answer is NotImplemented: return answer
                    strict = root in ('__lt__', '__gt__')
                    same_way = root[2] == name[2]
                    if same_way: return (answer or self == other) if strict else (answer and self != other)
                    if name in ('__lt__', '__gt__'): return (not answer and self != other) if strict else not answer
                    return not answer if strict else (not answer or self == other)
                compare.__name__ = name
                compare.__qualname__ = f'{cls.__qualname__}.{name}'
                return compare
            for name in ('__lt__', '__le__', '__gt__', '__ge__'):
                if name not in roots: setattr(cls, name, make(name))
            return cls

        class partialmethod:
            "A method with some arguments given."
            def __init__(self, func, /, *args, **keywords): self.func, self.args, self.keywords = func, args, keywords
            def __get__(self, obj, cls=None):
                def call(*args, **keywords): return self.func(obj, *self.args, *args, **{**self.keywords, **keywords})
                return call

        def singledispatch(func):
            "A function that does what the class of its first argument asks for."
            registry = {object: func}
            def dispatch(cls):
                for base in cls.__mro__:
                    if base in registry: return registry[base]
                for known in registry:
                    if known is not object and issubclass(cls, known): return registry[known]
                return func
            def register(cls, func=None):
                if func is None:
                    if isinstance(cls, type): return lambda f: register(cls, f)
                    notes = getattr(cls, '__annotations__', {})
                    if not notes: raise TypeError(f"Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` or plain `@register` on an annotated function.")
                    func = cls
                    from typing import get_type_hints
                    cls = next(iter(get_type_hints(func).values()))
                for one in getattr(cls, '__args__', (cls,)) if not isinstance(cls, type) else (cls,): registry[one] = func
                return func
            def wrapper(*args, **kw):
                if not args: raise TypeError(f'{func.__name__} requires at least 1 positional argument')
                return dispatch(type(args[0]))(*args, **kw)
            update_wrapper(wrapper, func)
            wrapper.register, wrapper.dispatch, wrapper.registry = register, dispatch, registry
            return wrapper

        class cached_property:
            "A property that is computed once."
            def __init__(self, func): self.func, self.attrname, self.__doc__ = func, None, func.__doc__
            def __set_name__(self, owner, name): self.attrname = name
            def __get__(self, instance, owner=None):
                if instance is None: return self
                if self.attrname is None: raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
                value = instance.__dict__[self.attrname] = self.func(instance)
                return value

        class singledispatchmethod:
            "A method that does what the class of its first argument asks for."
            def __init__(self, func): self.dispatcher, self.func = singledispatch(func), func
            def register(self, cls, method=None): return self.dispatcher.register(cls, func=method)
            def __get__(self, obj, cls=None):
                def call(*args, **kwargs): return self.dispatcher.dispatch(type(args[0])).__get__(obj, cls)(*args, **kwargs)
                return call
        """#
}
