/// `contextlib`, `string`, `typing`, `glob`, `shutil`, `tempfile`, written in the cell language.
extension StandardModules {
    static let contextlib = NativeModule(
        "contextlib", doc: "Helpers for with.",
        source: #"""
            from functools import wraps

            class _GeneratorContextManager:
                def __init__(self, func, args, kwargs):
                    self.gen = func(*args, **kwargs)
                    self.func, self.args, self.kwds = func, args, kwargs
                def __enter__(self):
                    try:
                        return next(self.gen)
                    except StopIteration:
                        raise RuntimeError("generator didn't yield") from None
                def __exit__(self, typ, value, traceback):
                    if typ is None:
                        try:
                            next(self.gen)
                        except StopIteration:
                            return False
                        raise RuntimeError("generator didn't stop")
                    try:
                        self.gen.throw(value)
                    except StopIteration as stop:
                        return stop is not value
                    except RuntimeError as error:
                        if error is value: return False
                        if isinstance(value, StopIteration) and error.__cause__ is value: return False
                        raise
                    except BaseException as error:
                        if error is not value: raise
                        return False
                    raise RuntimeError("generator didn't stop after throw()")
                def __call__(self, func):
                    @wraps(func)
                    def inner(*args, **kwargs):
                        with _GeneratorContextManager(self.func, self.args, self.kwds): return func(*args, **kwargs)
                    return inner

            def contextmanager(func):
                "Makes a generator function that yields once usable in with."
                @wraps(func)
                def helper(*args, **kwargs): return _GeneratorContextManager(func, args, kwargs)
                return helper

            class suppress:
                "Passes over exceptions of some classes."
                def __init__(self, *exceptions): self._exceptions = exceptions
                def __enter__(self): pass
                def __exit__(self, typ, value, traceback): return typ is not None and issubclass(typ, self._exceptions)

            class nullcontext:
                "Does nothing."
                def __init__(self, enter_result=None): self.enter_result = enter_result
                def __enter__(self): return self.enter_result
                def __exit__(self, *excinfo): pass

            class closing:
                "Closes an object at the end."
                def __init__(self, thing): self.thing = thing
                def __enter__(self): return self.thing
                def __exit__(self, *excinfo): self.thing.close()

            class ContextDecorator:
                "A base whose instances also decorate functions."
                def _recreate_cm(self): return self
                def __call__(self, func):
                    @wraps(func)
                    def inner(*args, **kwargs):
                        with self._recreate_cm(): return func(*args, **kwargs)
                    return inner

            class AbstractContextManager:
                def __enter__(self): return self
                def __exit__(self, exc_type, exc_value, traceback): return None

            class redirect_stdout:
                "What is printed goes to a file."
                _name = 'stdout'
                def __init__(self, new_target):
                    self._new_target, self._old_targets = new_target, []
                def __enter__(self):
                    import sys
                    self._old_targets.append(getattr(sys, self._name))
                    setattr(sys, self._name, self._new_target)
                    return self._new_target
                def __exit__(self, *excinfo):
                    import sys
                    setattr(sys, self._name, self._old_targets.pop())

            class redirect_stderr(redirect_stdout):
                "What is written to sys.stderr goes to a file."
                _name = 'stderr'

            class chdir:
                "Works in another folder."
                def __init__(self, path): self.path, self._old_cwd = path, []
                def __enter__(self):
                    import os
                    self._old_cwd.append(os.getcwd())
                    os.chdir(self.path)
                def __exit__(self, *excinfo):
                    import os
                    os.chdir(self._old_cwd.pop())

            class ExitStack:
                "Any number of things to leave, in the opposite order."
                def __init__(self): self._exits = []
                def push(self, exit):
                    leave = getattr(exit, '__exit__', None)
                    self._exits.append(exit if leave is None else leave)
                    return exit
                def enter_context(self, manager):
                    result = manager.__enter__()
                    self._exits.append(manager.__exit__)
                    return result
                def callback(self, callback, /, *args, **kwargs):
                    def leave(*details): callback(*args, **kwargs)
                    self._exits.append(leave)
                    return callback
                def pop_all(self):
                    other = ExitStack()
                    other._exits, self._exits = self._exits, []
                    return other
                def close(self): self.__exit__(None, None, None)
                def __enter__(self): return self
                def __exit__(self, typ, value, traceback):
                    original = value
                    while self._exits:
                        leave = self._exits.pop()
                        try:
                            if leave(None if value is None else type(value), value, None): value = None
                        except BaseException as error:
                            value = error
                    if value is not None and value is not original: raise value
                    return original is not None and value is None
            """#)

    static let string = NativeModule(
        "string", doc: "Alphabets.",
        source: #"""
            ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
            ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
            ascii_letters = ascii_lowercase + ascii_uppercase
            digits = '0123456789'
            hexdigits = digits + 'abcdef' + 'ABCDEF'
            octdigits = '01234567'
            punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
            whitespace = ' \t\n\r\v\f'
            printable = digits + ascii_letters + punctuation + whitespace

            import re as _re

            class Template:
                "Text with names to be put in: $name and ${name}."
                delimiter, idpattern = '$', '(?a:[_a-z][_a-z0-9]*)'
                def __init__(self, template): self.template = template
                def _pattern(self):
                    d, name = _re.escape(self.delimiter), self.idpattern
                    return _re.compile(f'{d}(?:(?P<escaped>{d})|(?P<named>{name})|{{(?P<braced>{name})}}|(?P<invalid>))', _re.IGNORECASE)
                def _fill(self, mapping, isSafe):
                    def put(m):
                        name = m.group('named') or m.group('braced')
                        if name is not None:
                            if not isSafe: return str(mapping[name])
                            try: return str(mapping[name])
                            except KeyError: return m.group()
                        if m.group('escaped') is not None: return self.delimiter
                        if isSafe: return m.group()
                        place = m.start('invalid')
                        lines = self.template[:place].splitlines(keepends=True)
                        column = place - len(''.join(lines[:-1])) if lines else 1
                        raise ValueError('Invalid placeholder in string: line %d, col %d' % (len(lines) or 1, column))
                    return self._pattern().sub(put, self.template)
                def substitute(self, mapping={}, /, **kwds): return self._fill({**mapping, **kwds}, False)
                def safe_substitute(self, mapping={}, /, **kwds): return self._fill({**mapping, **kwds}, True)
                def get_identifiers(self):
                    names = [m.group('named') or m.group('braced') for m in self._pattern().finditer(self.template)]
                    return list(dict.fromkeys(name for name in names if name))

            class Formatter:
                "Formats as str.format does."
                def format(self, format_string, /, *args, **kwargs): return format_string.format(*args, **kwargs)
                def vformat(self, format_string, args, kwargs): return format_string.format(*args, **kwargs)

            def capwords(s, sep=None):
                "Each word with a capital."
                return (sep or ' ').join(map(str.capitalize, s.split(sep)))
            """#)

    static let glob = NativeModule("glob", doc: "Files by patterns.") {
        for (name, isLazy) in [("glob", false), ("iglob", true)] {
            RawFunction(
                name, doc: "The paths that fit a pattern, sorted.",
                parameters("pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False")
            ) {
                (arguments: Arguments) throws(Raise) -> Value in
                let cell = arguments.cell
                var pattern = try cell.filePath(arguments[0])
                let isRecursive = try arguments.bool(3, default: false)
                if !isRecursive { pattern = pattern.replacing("**", with: "*") }
                let root = arguments.isGiven(1) ? try cell.filePath(arguments[1]) : ""
                let base = pattern.hasPrefix("/") ? "/" : root
                var found = try Globbing.find(pattern, in: base, matchesHidden: arguments.bool(4, default: false), cell)
                if !root.isEmpty, base == root {
                    found = found.map { String($0.dropFirst(root.count + (root.hasSuffix("/") ? 0 : 1))) }
                }
                let list = Value.list(found.map { .string($0) })
                return isLazy ? .object(try cell.iterator(over: list)) : list
            }
        }
    }

    private static let writtenShutil = #"""
        import os as _os
        from collections import namedtuple as _namedtuple

        class Error(OSError): pass
        class SameFileError(Error): pass

        def ignore_patterns(*patterns):
            "For copytree: leaves out what fits a pattern."
            import fnmatch
            def ignore(path, names): return {name for name in names if any(fnmatch.fnmatch(name, pattern) for pattern in patterns)}
            return ignore

        def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False, dirs_exist_ok=False):
            "Copies a folder with everything in it."
            src, dst = _os.fspath(src), _os.fspath(dst)
            names = sorted(_os.listdir(src))
            left_out = ignore(src, names) if ignore else ()
            _os.makedirs(dst, exist_ok=dirs_exist_ok)
            for name in names:
                if name in left_out: continue
                a, b = _os.path.join(src, name), _os.path.join(dst, name)
                if _os.path.isdir(a): copytree(a, b, symlinks, ignore, copy_function, dirs_exist_ok=dirs_exist_ok)
                else: copy_function(a, b)
            return dst

        def copyfileobj(fsrc, fdst, length=0): fdst.write(fsrc.read())

        def which(cmd, mode=1, path=None):
            "Where a program lies."
            def fits(name): return _os.path.isfile(name) and _os.access(name, _os.X_OK)
            if '/' in cmd: return cmd if fits(cmd) else None
            for folder in (path or _os.environ.get('PATH', '/usr/bin:/bin')).split(':'):
                if fits(_os.path.join(folder, cmd)): return _os.path.join(folder, cmd)
            return None

        _ntuple_diskusage = _namedtuple('usage', 'total used free', module='shutil')
        def disk_usage(path):
            "Bytes of a disk: all, used and free."
            s = _os.statvfs(path)
            return _ntuple_diskusage(s.f_blocks * s.f_frsize, (s.f_blocks - s.f_bfree) * s.f_frsize, s.f_bavail * s.f_frsize)

        def get_terminal_size(fallback=(80, 24)): return _os.get_terminal_size()
        """#

    static let shutil = NativeModule(
        "shutil", doc: "Copies, moves and removals of files and folders.", source: writtenShutil
    ) {
        RawFunction(
            "rmtree", doc: "Takes a folder away with everything in it.",
            parameters("path, ignore_errors=False, onerror=None")
        ) {
            (arguments: Arguments) throws(Raise) -> Value in
            let path = try arguments.cell.filePath(arguments[0])
            do throws(Raise) { try FileSystem.removeTree(path, arguments.cell) } catch {
                let isIgnored = try arguments.bool(1, default: false)
                if !isIgnored || !error.is(exceptions.osError) { throw error }
            }
            return .none
        }
        for name in ["copy", "copy2", "copyfile"] {
            RawFunction(name, doc: "Copies a file.", parameters("src, dst, *, follow_symlinks=True")) {
                (arguments: Arguments) throws(Raise) -> Value in
                let from = try arguments.cell.filePath(arguments[0])
                var to = try arguments.cell.filePath(arguments[1])
                if name != "copyfile", FileSystem.status(to)?.isDirectory == true {
                    to = PathText.join(to, PathText.name(from))
                }
                try FileSystem.copy(from, to: to)
                return name == "copyfile" || arguments[1].text == nil ? arguments[1] : .string(to)
            }
        }
        RawFunction("move", doc: "Moves a file or folder.", parameters("src, dst")) {
            (arguments: Arguments) throws(Raise) -> Value in
            let from = try arguments.cell.filePath(arguments[0])
            var to = try arguments.cell.filePath(arguments[1])
            if FileSystem.status(to)?.isDirectory == true { to = PathText.join(to, PathText.name(from)) }
            try FileSystem.move(from, to: to)
            return .string(to)
        }
    }

    static let tempfile = NativeModule(
        "tempfile", doc: "Files and folders for a while.",
        source: #"""
            import os, random, shutil
            _random = random.Random()

            def gettempdir():
                "The folder for such files."
                for name in ('TMPDIR', 'TEMP', 'TMP'):
                    if os.environ.get(name): return os.environ[name]
                return '/tmp'

            def _name(prefix, suffix, dir):
                letters = ''.join(_random.choice('abcdefghijklmnopqrstuvwxyz0123456789_') for _ in range(8))
                return os.path.join(dir or gettempdir(), f'{prefix or "tmp"}{letters}{suffix or ""}')

            def mkdtemp(suffix=None, prefix=None, dir=None):
                "Makes a folder."
                while True:
                    path = _name(prefix, suffix, dir)
                    try:
                        os.mkdir(path, 0o700)
                        return path
                    except FileExistsError:
                        pass

            class TemporaryDirectory:
                "A folder that is taken away at the end."
                def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
                    self.name = mkdtemp(suffix, prefix, dir)
                def __enter__(self): return self.name
                def __exit__(self, *excinfo): self.cleanup()
                def cleanup(self): shutil.rmtree(self.name, ignore_errors=True)
                def __repr__(self): return f'<TemporaryDirectory {self.name!r}>'

            class NamedTemporaryFile:
                "A file that is taken away when it is closed."
                def __init__(self, mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True):
                    self.name = _name(prefix, suffix, dir)
                    self.delete = delete
                    self.file = open(self.name, mode, encoding=encoding, newline=newline)
                def __getattr__(self, name): return getattr(self.file, name)
                def __enter__(self): return self
                def __exit__(self, *excinfo): self.close()
                def __iter__(self): return iter(self.file)
                def close(self):
                    self.file.close()
                    if self.delete and os.path.exists(self.name): os.unlink(self.name)
            """#)
}
