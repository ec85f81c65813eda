/// `inspect`, `traceback`, `importlib`, `platform`, `hashlib` and `getpass`: what there is to know about objects, errors
/// and the machine. Written in the cell language over a few natives.
extension StandardModules {
    static let inspect = NativeModule(
        "inspect", doc: "What there is to know about objects.",
        source: #"""
            import textwrap as _textwrap
            import types as _types
            from _nuthatch import parameters as _parameters
            from typing import get_type_hints as _hints

            class _Kind(int):
                def __new__(cls, number, name, description):
                    self = int.__new__(cls, number)
                    self.name, self.description = name, description
                    return self
                def __repr__(self): return f'<_ParameterKind.{self.name}: {int(self)}>'
                def __str__(self): return self.name

            class _empty: pass
            _empty.__qualname__ = '_empty'

            def formatannotation(annotation, base_module=None):
                if isinstance(annotation, type): return annotation.__qualname__ if annotation.__module__ in ('builtins', base_module) else annotation.__module__ + '.' + annotation.__qualname__
                text = repr(annotation)
                return text.replace('typing.', '') if text.startswith('typing.') else text

            class Parameter:
                "A parameter of a function."
                empty = _empty
                POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD = _Kind(0, 'POSITIONAL_ONLY', 'positional-only'), _Kind(1, 'POSITIONAL_OR_KEYWORD', 'positional or keyword')
                VAR_POSITIONAL, KEYWORD_ONLY = _Kind(2, 'VAR_POSITIONAL', 'variadic positional'), _Kind(3, 'KEYWORD_ONLY', 'keyword-only')
                VAR_KEYWORD = _Kind(4, 'VAR_KEYWORD', 'variadic keyword')
                def __init__(self, name, kind, *, default=_empty, annotation=_empty): self.name, self.kind, self.default, self.annotation = name, kind, default, annotation
                def replace(self, **changes): return Parameter(**({'name': self.name, 'kind': self.kind, 'default': self.default, 'annotation': self.annotation} | changes))
                def __str__(self):
                    text = {2: '*', 4: '**'}.get(int(self.kind), '') + self.name
                    if self.annotation is not _empty: text += ': ' + formatannotation(self.annotation)
                    if self.default is not _empty: text += (' = ' if self.annotation is not _empty else '=') + (self.default.text if isinstance(self.default, _Shown) else repr(self.default))
                    return text
                def __repr__(self): return f'<Parameter "{self}">'
                def __eq__(self, other): return isinstance(other, Parameter) and (self.name, int(self.kind), self.default, self.annotation) == (other.name, int(other.kind), other.default, other.annotation)

            class _Shown:
                def __init__(self, text): self.text = text
                def __repr__(self): return self.text

            class BoundArguments:
                def __init__(self, signature, arguments): self.signature, self.arguments = signature, arguments
                @property
                def args(self):
                    found = []
                    for name, parameter in self.signature.parameters.items():
                        if parameter.kind > 2 or name not in self.arguments: break
                        if parameter.kind == 2: found.extend(self.arguments[name])
                        else: found.append(self.arguments[name])
                    return tuple(found)
                @property
                def kwargs(self):
                    found = {}
                    for name, parameter in self.signature.parameters.items():
                        if name in self.arguments and parameter.kind == 3: found[name] = self.arguments[name]
                        elif name in self.arguments and parameter.kind == 4: found.update(self.arguments[name])
                    return found
                def apply_defaults(self):
                    made = {}
                    for name, parameter in self.signature.parameters.items():
                        if name in self.arguments: made[name] = self.arguments[name]
                        elif parameter.default is not _empty: made[name] = parameter.default
                        elif parameter.kind == 2: made[name] = ()
                        elif parameter.kind == 4: made[name] = {}
                    self.arguments = made
                def __repr__(self): return f"<BoundArguments ({', '.join(f'{k}={v!r}' for k, v in self.arguments.items())})>"

            class Signature:
                "The parameters of a function and what it gives."
                empty = _empty
                def __init__(self, parameters=None, *, return_annotation=_empty): self.parameters, self.return_annotation = {p.name: p for p in parameters or ()}, return_annotation
                def replace(self, *, parameters=None, return_annotation=_empty): return Signature(self.parameters.values() if parameters is None else parameters, return_annotation=self.return_annotation if return_annotation is _empty else return_annotation)
                @classmethod
                def from_callable(cls, obj, **options): return signature(obj)
                def __str__(self):
                    parts, slash, star = [], False, False
                    for parameter in self.parameters.values():
                        kind = parameter.kind
                        if kind == 0: slash = True
                        elif slash:
                            parts.append('/')
                            slash = False
                        if kind == 2: star = True
                        elif kind == 3 and not star:
                            parts.append('*')
                            star = True
                        parts.append(str(parameter))
                    if slash: parts.append('/')
                    text = '(' + ', '.join(parts) + ')'
                    return text if self.return_annotation is _empty else text + ' -> ' + formatannotation(self.return_annotation)
                def __repr__(self): return f'<Signature {self}>'
                def __eq__(self, other): return isinstance(other, Signature) and list(self.parameters.values()) == list(other.parameters.values()) and self.return_annotation == other.return_annotation
                def bind(self, *args, **kwargs): return self._bind(args, kwargs, False)
                def bind_partial(self, *args, **kwargs): return self._bind(args, kwargs, True)
                def _bind(self, args, kwargs, partial):
                    found, rest, kwargs = {}, list(args), dict(kwargs)
                    for name, parameter in self.parameters.items():
                        if parameter.kind == 2:
                            if rest: found[name] = tuple(rest)
                            rest = []
                        elif parameter.kind == 4: continue
                        elif rest and parameter.kind < 2:
                            if name in kwargs and parameter.kind == 1: raise TypeError(f'multiple values for argument {name!r}')
                            found[name] = rest.pop(0)
                        elif name in kwargs and parameter.kind != 0: found[name] = kwargs.pop(name)
                        elif parameter.default is _empty and not partial: raise TypeError(f'missing a required argument: {name!r}')
                    if rest: raise TypeError('too many positional arguments')
                    if kwargs:
                        last = [p for p in self.parameters.values() if p.kind == 4]
                        if not last: raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
                        found[last[0].name] = kwargs
                    return BoundArguments(self, found)

            _kinds = [Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD, Parameter.VAR_POSITIONAL, Parameter.KEYWORD_ONLY, Parameter.VAR_KEYWORD]

            def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
                "The parameters of anything that can be called."
                if not callable(obj): raise TypeError(f'{obj!r} is not a callable object')
                own = getattr(obj, '__signature__', None)
                if own is not None: return own
                if isinstance(obj, _types.MethodType):
                    made = signature(obj.__func__)
                    return Signature(list(made.parameters.values())[1:], return_annotation=made.return_annotation)
                if follow_wrapped and hasattr(obj, '__wrapped__') and not isinstance(obj, type): return signature(obj.__wrapped__)
                if isinstance(obj, type):
                    for name in ('__init__', '__new__'):
                        for base in obj.__mro__:
                            if name in base.__dict__ and base is not object:
                                function = base.__dict__[name]
                                made = signature(getattr(function, '__func__', function))
                                return Signature(list(made.parameters.values())[1:])
                    listed = _parameters(obj)
                    return Signature([Parameter(name, _kinds[kind], default=_empty if default is None else _Shown(default)) for name, kind, default in listed or []])
                if type(obj).__name__ == 'partial':
                    made, result = signature(obj.func), []
                    rest = len(obj.args)
                    keyword = False
                    for parameter in made.parameters.values():
                        if rest and parameter.kind < 2:
                            rest -= 1
                            continue
                        if parameter.name in obj.keywords:
                            parameter = parameter.replace(default=obj.keywords[parameter.name], kind=Parameter.KEYWORD_ONLY)
                            keyword = True
                        elif keyword and parameter.kind == 1: parameter = parameter.replace(kind=Parameter.KEYWORD_ONLY)
                        result.append(parameter)
                    return Signature(result, return_annotation=made.return_annotation)
                listed = _parameters(obj)
                if listed is None:
                    call = getattr(type(obj), '__call__', None)
                    if call is None: raise ValueError(f'no signature found for builtin {obj!r}')
                    made = signature(call)
                    return Signature(list(made.parameters.values())[1:], return_annotation=made.return_annotation)
                if not isinstance(obj, _types.FunctionType):
                    return Signature([Parameter(name, _kinds[kind], default=_empty if default is None else _Shown(default)) for name, kind, default in listed])
                notes = obj.__annotations__
                defaults, keywords = list(obj.__defaults__ or ()), obj.__kwdefaults__ or {}
                positional = [name for name, kind, _ in listed if kind < 2]
                known = dict(zip(positional[len(positional) - len(defaults):], defaults)) | keywords
                return Signature([Parameter(name, _kinds[kind], default=known.get(name, _empty), annotation=notes.get(name, _empty)) for name, kind, _ in listed], return_annotation=notes.get('return', _empty))

            from collections import namedtuple as _namedtuple
            FullArgSpec = _namedtuple('FullArgSpec', 'args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations', module='inspect')
            def getfullargspec(func):
                made = signature(func)
                of = lambda *kinds: [p.name for p in made.parameters.values() if p.kind in kinds]
                defaults = tuple(p.default for p in made.parameters.values() if p.kind < 2 and p.default is not _empty)
                keywords = {p.name: p.default for p in made.parameters.values() if p.kind == 3 and p.default is not _empty}
                return FullArgSpec(of(0, 1), next(iter(of(2)), None), next(iter(of(4)), None), defaults or None, of(3), keywords or None, getattr(func, '__annotations__', {}))
            def unwrap(func, *, stop=None):
                while hasattr(func, '__wrapped__'): func = func.__wrapped__
                return func
            def getsource(object):
                "The text of a function or class, as it was written."
                from _nuthatch import source
                text = source(unwrap(object) if not isinstance(object, type) else object)
                if text is None:
                    if isinstance(object, type): raise TypeError(f'{object!r} is a built-in class')
                    raise TypeError(f'module, class, method, function, traceback, frame, or code object was expected, got {type(object).__name__}')
                return text
            def getsourcelines(object):
                text = getsource(object)
                return text.splitlines(True), 0
            def getsourcefile(object): return '<cell>'
            def getfile(object): return '<cell>'
            def getmodule(object): return None
            def cleandoc(doc):
                lines = doc.expandtabs().split('\n')
                margin = min((len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()), default=None)
                if lines: lines[0] = lines[0].lstrip()
                if margin is not None: lines[1:] = [line[margin:] for line in lines[1:]]
                while lines and not lines[-1]: lines.pop()
                while lines and not lines[0]: lines.pop(0)
                return '\n'.join(lines)
            def getdoc(object):
                doc = getattr(object, '__doc__', None)
                return cleandoc(doc) if isinstance(doc, str) else None
            def getmembers(object, predicate=None):
                "Names and values of attributes."
                found = []
                for name in dir(object):
                    try: value = getattr(object, name)
                    except AttributeError: continue
                    if predicate is None or predicate(value): found.append((name, value))
                return sorted(found, key=lambda pair: pair[0])
            def isclass(object): return isinstance(object, type)
            def isfunction(object): return isinstance(object, _types.FunctionType)
            def ismethod(object): return isinstance(object, _types.MethodType) and isinstance(object.__func__, _types.FunctionType)
            def isbuiltin(object): return isinstance(object, _types.BuiltinFunctionType) or isinstance(object, _types.MethodType) and not isinstance(object.__func__, _types.FunctionType)
            def isroutine(object): return isfunction(object) or ismethod(object) or isbuiltin(object)
            def ismodule(object): return isinstance(object, _types.ModuleType)
            def isgenerator(object): return isinstance(object, _types.GeneratorType)
            def isgeneratorfunction(object):
                from _nuthatch import is_generator
                return is_generator(getattr(object, '__func__', object))
            def iscoroutinefunction(object): return False
            def iscoroutine(object): return False
            def isawaitable(object): return False
            def isabstract(object): return isinstance(object, type) and bool(getattr(object, '__abstractmethods__', None))
            def isdatadescriptor(object): return isinstance(object, property) or hasattr(type(object), '__set__')
            def getmro(cls): return cls.__mro__
            def getattr_static(obj, attr, *default):
                for holder in [getattr(obj, '__dict__', {})] + [base.__dict__ for base in type(obj).__mro__]:
                    if attr in holder: return holder[attr]
                if default: return default[0]
                raise AttributeError(attr)
            """#)

    static let traceback = NativeModule(
        "traceback", doc: "Where errors came from.",
        source: #"""
            import sys as _sys
            from _nuthatch import calls as _calls
            def format_exception_only(exc, value=None):
                "The error without the calls."
                error = exc if isinstance(exc, BaseException) else value
                if error is None: return ['NoneType: None\n']
                kind = type(error)
                name = kind.__qualname__ if kind.__module__ in ('builtins', '__main__') else kind.__module__ + '.' + kind.__qualname__
                text = str(error)
                notes = ''.join(f'{note}\n' for note in getattr(error, '__notes__', ()))
                return [(f'{name}: {text}' if text else name) + '\n'] + ([notes] if notes else [])
            def _frames(error): return [f'  File "{file}", line {line}, in {name}\n    {text}\n' for file, line, name, text in _calls(error)]
            def format_exception(exc, value=None, tb=None, limit=None, chain=True):
                "The error and the calls that led there."
                error = exc if isinstance(exc, BaseException) else value
                lines = []
                if chain and error is not None:
                    if error.__cause__ is not None:
                        lines += format_exception(error.__cause__) + ['\nThe above exception was the direct cause of the following exception:\n\n']
                    elif error.__context__ is not None and not error.__suppress_context__:
                        lines += format_exception(error.__context__) + ['\nDuring handling of the above exception, another exception occurred:\n\n']
                frames = _frames(error) if error is not None else []
                return lines + (['Traceback (most recent call last):\n'] + frames if frames else []) + format_exception_only(error)
            def format_exc(limit=None, chain=True): return ''.join(format_exception(_sys.exc_info()[1]))
            def print_exc(limit=None, file=None, chain=True): print(format_exc(), end='', file=file or _sys.stderr)
            def print_exception(exc, value=None, tb=None, limit=None, file=None, chain=True): print(''.join(format_exception(exc, value)), end='', file=file or _sys.stderr)
            def format_tb(tb, limit=None): return []
            def extract_tb(tb, limit=None): return []
            def print_tb(tb, limit=None, file=None): pass
            def format_stack(f=None, limit=None): return []
            def print_stack(f=None, limit=None, file=None): pass
            class TracebackException:
                def __init__(self, exc_type, exc_value, exc_traceback): self._error = exc_value
                @classmethod
                def from_exception(cls, exc, **options): return cls(type(exc), exc, None)
                def format(self, *, chain=True): return iter(format_exception(self._error))
                def format_exception_only(self): return iter(format_exception_only(self._error))
            """#)

    static let importlib = NativeModule(
        "importlib", doc: "Modules by name.",
        source: #"""
            def import_module(name, package=None):
                "Imports a module by its name."
                if name.startswith('.'): raise TypeError("the 'package' argument is required to perform a relative import for %r" % name)
                return __import__(name, fromlist=('name',))
            def reload(module): return module
            """#)

    static let importlibUtil = NativeModule(
        "importlib.util", doc: "Whether there is a module.",
        source: #"""
            from _nuthatch import modules as _modules
            def find_spec(name, package=None):
                "Something true if there is such a module, else None."
                return _Spec(name) if name in _modules() else None
            class _Spec:
                def __init__(self, name): self.name, self.origin, self.loader = name, 'built-in', None
                def __repr__(self): return f'ModuleSpec(name={self.name!r}, origin={self.origin!r})'
            """#)

    static let importlibMetadata = NativeModule(
        "importlib.metadata", doc: "Versions of packages.",
        source: #"""
            class PackageNotFoundError(ModuleNotFoundError):
                def __str__(self): return f'No package metadata was found for {self.args[0]}'
            def version(distribution_name):
                "A package's version."
                try: module = __import__(distribution_name)
                except ImportError: raise PackageNotFoundError(distribution_name) from None
                if not hasattr(module, '__version__'): raise PackageNotFoundError(distribution_name)
                return module.__version__
            """#)

    static let platform = NativeModule(
        "platform", doc: "The machine.",
        source: #"""
            import os as _os
            from collections import namedtuple as _namedtuple
            from _nuthatch import machine as _machine
            uname_result = _namedtuple('uname_result', 'system node release version machine', module='platform')
            def uname(): return uname_result(*_machine())
            def system(): return uname().system
            def node(): return uname().node
            def release(): return uname().release
            def version(): return uname().version
            def machine(): return uname().machine
            def processor(): return ''
            def platform(aliased=0, terse=0): return f'{system()}-{release()}-{machine()}'
            def architecture(): return ('64bit', 'ELF')
            def python_version(): return '3.11.0'
            def python_version_tuple(): return ('3', '11', '0')
            def python_implementation(): return 'Nuthatch'
            """#)

    static let hashlib = NativeModule(
        "hashlib", doc: "Checksums.",
        source: #"""
            from _nuthatch import digest as _digest
            _sizes = {'md5': (16, 64), 'sha1': (20, 64), 'sha224': (28, 64), 'sha256': (32, 64), 'sha384': (48, 128), 'sha512': (64, 128)}
            algorithms_guaranteed = algorithms_available = set(_sizes)

            class _Hash:
                "A checksum of what it is given."
                def __init__(self, name, data=b''):
                    self.name = name
                    self.digest_size, self.block_size = _sizes[name]
                    self._data = []
                    self.update(data)
                def update(self, data):
                    if isinstance(data, str): raise TypeError('Strings must be encoded before hashing')
                    if not isinstance(data, bytes): raise TypeError('object supporting the buffer API required')
                    self._data.append(data)
                def digest(self): return _digest(self.name, b''.join(self._data))
                def hexdigest(self): return self.digest().hex()
                def copy(self):
                    made = _Hash(self.name)
                    made._data = list(self._data)
                    return made
                def __repr__(self): return f'<{self.name} _hashlib.HASH object>'
            def new(name, data=b'', **kwargs):
                if name.lower() not in _sizes: raise ValueError('unsupported hash type ' + name)
                return _Hash(name.lower(), data)
            def _maker(name):
                def make(data=b'', *, usedforsecurity=True): return _Hash(name, data)
                make.__name__ = make.__qualname__ = 'openssl_' + name
                return make
            md5, sha1, sha224, sha256, sha384, sha512 = map(_maker, ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'))
            def file_digest(fileobj, digest):
                made = new(digest) if isinstance(digest, str) else digest()
                made.update(fileobj.read())
                return made
            """#)

    static let getpass = NativeModule(
        "getpass", doc: "Who is working here.",
        source: #"""
            import os as _os
            def getuser(): return _os.environ.get('LOGNAME') or _os.environ.get('USER') or 'user'
            def getpass(prompt='Password: ', stream=None): return input(prompt)
            """#)
}
