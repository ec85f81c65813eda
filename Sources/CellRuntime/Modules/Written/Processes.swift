/// `subprocess`, written in the cell language over the shell that the host allows: what the host asks about for
/// `!command`, it asks about here.
extension StandardModules {
    static let subprocess = NativeModule(
        "subprocess", doc: "Other programs.",
        source: #"""
            import os as _os, tempfile as _tempfile
            from _nuthatch import shell as _shell

            PIPE, STDOUT, DEVNULL = -1, -2, -3

            class SubprocessError(Exception): pass
            class CalledProcessError(SubprocessError):
                def __init__(self, returncode, cmd, output=None, stderr=None):
                    self.returncode, self.cmd, self.output, self.stderr = returncode, cmd, output, stderr
                @property
                def stdout(self): return self.output
                def __str__(self):
                    if self.returncode and self.returncode < 0: return f"Command '{self.cmd}' died with signal {-self.returncode}."
                    return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."
            class TimeoutExpired(SubprocessError):
                def __init__(self, cmd, timeout, output=None, stderr=None): self.cmd, self.timeout, self.output, self.stderr = cmd, timeout, output, stderr
                def __str__(self): return f"Command '{self.cmd}' timed out after {self.timeout} seconds"

            class CompletedProcess:
                "A program that has ended."
                def __init__(self, args, returncode, stdout=None, stderr=None):
                    self.args, self.returncode, self.stdout, self.stderr = args, returncode, stdout, stderr
                def __repr__(self):
                    parts = [f'args={self.args!r}', f'returncode={self.returncode!r}']
                    if self.stdout is not None: parts.append(f'stdout={self.stdout!r}')
                    if self.stderr is not None: parts.append(f'stderr={self.stderr!r}')
                    return f"{type(self).__name__}({', '.join(parts)})"
                def check_returncode(self):
                    if self.returncode: raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)

            def _quote(text):
                text = _os.fspath(text) if not isinstance(text, (str, bytes)) else text
                if isinstance(text, bytes): text = text.decode()
                return "'" + text.replace("'", "'\\''") + "'"

            def list2cmdline(seq): return ' '.join(seq)

            def run(args, *, stdin=None, input=None, stdout=None, stderr=None, capture_output=False, shell=False, cwd=None, timeout=None, check=False, encoding=None, errors=None, text=None, env=None, universal_newlines=None):
                "Runs a program and waits for it."
                if capture_output:
                    if stdout is not None or stderr is not None: raise ValueError('stdout and stderr arguments may not be used with capture_output.')
                    stdout = stderr = PIPE
                isText = bool(text or universal_newlines or encoding or errors)
                one = isinstance(args, (str, bytes)) or hasattr(args, '__fspath__')
                words = [args] if one else list(args)
                if not shell:
                    import shutil
                    program = _os.fspath(words[0]) if not isinstance(words[0], bytes) else words[0].decode()
                    found = program if '/' in program else shutil.which(program)
                    if found is None or not _os.path.exists(_os.path.join(cwd or '', found)):
                        raise FileNotFoundError(2, 'No such file or directory', program)
                    command = ' '.join(map(_quote, words))
                else: command = words[0] if isinstance(words[0], str) else _os.fspath(words[0])
                with _tempfile.TemporaryDirectory() as folder:
                    def place(name): return _os.path.join(folder, name)
                    if input is not None:
                        if stdin is not None: raise ValueError('stdin and input arguments may not both be used.')
                        with open(place('in'), 'wb') as file: file.write(input.encode(encoding or 'utf-8') if isinstance(input, str) else input)
                    line = '{ ' + command + '\n}' if shell else command
                    if input is not None: line += ' < ' + _quote(place('in'))
                    if stdout == PIPE: line += ' > ' + _quote(place('out'))
                    elif stdout == DEVNULL: line += ' > /dev/null'
                    elif stdout is not None: line += ' > ' + _quote(place('out'))
                    if stderr == PIPE: line += ' 2> ' + _quote(place('err'))
                    elif stderr == STDOUT: line += ' 2>&1'
                    elif stderr == DEVNULL: line += ' 2> /dev/null'
                    if timeout is not None: line = f'timeout {timeout} /bin/sh -c {_quote(line)}'
                    if env is not None: line = 'env -i ' + ' '.join(f'{name}={_quote(value)}' for name, value in env.items()) + f' /bin/sh -c {_quote(line)}'
                    if cwd is not None: line = f'cd {_quote(cwd)} && {line}'
                    status = _shell(line)
                    def read(name):
                        with open(place(name), 'rb') as file: data = file.read()
                        return data.decode(encoding or 'utf-8', errors or 'strict').replace('\r\n', '\n') if isText else data
                    out = read('out') if stdout is not None and stdout != DEVNULL else None
                    err = read('err') if stderr == PIPE else None
                if stdout is not None and stdout not in (PIPE, DEVNULL):
                    stdout.write(out)
                    out = None
                if timeout is not None and status == 124: raise TimeoutExpired(args, timeout, out, err)
                if status > 128 and not shell: status = 128 - status
                if check and status: raise CalledProcessError(status, args, out, err)
                return CompletedProcess(args, status, out, err)

            def call(args, **options): return run(args, **options).returncode
            def check_call(args, **options):
                run(args, check=True, **options)
                return 0
            def check_output(args, **options):
                "What a program writes."
                if 'stdout' in options: raise ValueError('stdout argument not allowed, it will be overridden.')
                return run(args, stdout=PIPE, check=True, **options).stdout
            def getstatusoutput(cmd, **options):
                done = run(cmd, shell=True, text=True, stdout=PIPE, stderr=STDOUT, **options)
                return done.returncode, done.stdout[:-1] if done.stdout[-1:] == '\n' else done.stdout
            def getoutput(cmd, **options): return getstatusoutput(cmd, **options)[1]

            class Popen:
                "A program; it runs to its end when this is made."
                def __init__(self, args, **options):
                    self.args = args
                    self._options = {key: value for key, value in options.items() if key not in ('bufsize', 'close_fds')}
                    self._done, self.pid, self.returncode = None, _os.getpid(), None
                    if self._options.get('stdin') != PIPE: self._run(None)
                def _run(self, input):
                    if self._done is None:
                        options = dict(self._options)
                        if options.pop('stdin', None) == PIPE: options['input'] = input if input is not None else b''
                        self._done = run(self.args, **options)
                        self.returncode = self._done.returncode
                def communicate(self, input=None, timeout=None):
                    self._run(input)
                    return self._done.stdout, self._done.stderr
                def wait(self, timeout=None):
                    self._run(None)
                    return self.returncode
                def poll(self): return self.wait()
                @property
                def stdout(self):
                    import io
                    self._run(None)
                    out = self._done.stdout
                    return None if out is None else io.StringIO(out) if isinstance(out, str) else io.BytesIO(out)
                def kill(self): pass
                terminate = kill
                def __enter__(self): return self
                def __exit__(self, *details): self.wait()
            """#)

    static let timeit = NativeModule(
        "timeit", doc: "How long code takes.",
        source: #"""
            import time as _time
            default_timer = _time.perf_counter
            def timeit(stmt='pass', setup='pass', timer=default_timer, number=1000000, globals=None):
                "The seconds that so many runs take."
                space = dict(globals or {})
                if callable(setup): setup()
                else: exec(setup, space)
                if callable(stmt): run = stmt
                else:
                    exec('def _run():\n' + '\n'.join('    ' + line for line in stmt.split('\n')), space)
                    run = space['_run']
                start = timer()
                for _ in range(number): run()
                return timer() - start
            def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=5, number=1000000, globals=None):
                return [timeit(stmt, setup, timer, number, globals) for _ in range(repeat)]
            """#)

    static let logging = NativeModule(
        "logging", doc: "Messages by importance.",
        source: #"""
            import sys as _sys, time as _time, os as _os
            CRITICAL, FATAL, ERROR, WARNING, WARN, INFO, DEBUG, NOTSET = 50, 50, 40, 30, 30, 20, 10, 0
            _names = {50: 'CRITICAL', 40: 'ERROR', 30: 'WARNING', 20: 'INFO', 10: 'DEBUG', 0: 'NOTSET'}
            def getLevelName(level):
                if isinstance(level, str): return {name: number for number, name in _names.items()}.get(level, 'Level %s' % level)
                return _names.get(level, 'Level %s' % level)
            def addLevelName(level, levelName): _names[level] = levelName
            def _level(level):
                if isinstance(level, int): return level
                found = {name: number for number, name in _names.items()} | {'WARN': 30, 'FATAL': 50}
                if level not in found: raise ValueError('Unknown level: %r' % (level,))
                return found[level]

            class LogRecord:
                def __init__(self, name, level, msg, args, exc_info=None, extra=None):
                    self.name, self.levelno, self.levelname, self.msg, self.args, self.exc_info = name, level, getLevelName(level), msg, args, exc_info
                    self.created = _time.time()
                    self.msecs = self.created % 1 * 1000
                    self.module = self.funcName = self.filename = self.pathname = '<cell>'
                    self.lineno, self.process, self.threadName = 0, _os.getpid(), 'MainThread'
                    for key, value in (extra or {}).items(): setattr(self, key, value)
                def getMessage(self):
                    text = str(self.msg)
                    if not self.args: return text
                    args = self.args[0] if len(self.args) == 1 and isinstance(self.args[0], dict) and self.args[0] else self.args
                    return text % args

            class Formatter:
                def __init__(self, fmt=None, datefmt=None, style='%'): self._fmt, self.datefmt, self._style = fmt or {'%': '%(message)s', '{': '{message}', '$': '${message}'}[style], datefmt, style
                def formatTime(self, record, datefmt=None):
                    if datefmt: return _time.strftime(datefmt, _time.localtime(record.created))
                    return _time.strftime('%Y-%m-%d %H:%M:%S', _time.localtime(record.created)) + ',%03d' % record.msecs
                def format(self, record):
                    record.message = record.getMessage()
                    if 'asctime' in self._fmt: record.asctime = self.formatTime(record, self.datefmt)
                    text = self._fmt % record.__dict__ if self._style == '%' else self._fmt.format(**record.__dict__) if self._style == '{' else __import__('string').Template(self._fmt).substitute(record.__dict__)
                    if record.exc_info:
                        import traceback
                        text += '\n' + ''.join(traceback.format_exception(record.exc_info)).rstrip('\n')
                    return text

            class Filterer:
                def __init__(self): self.filters = []
                def addFilter(self, filter): self.filters.append(filter)
                def removeFilter(self, filter): self.filters.remove(filter)
                def filter(self, record): return all((f.filter(record) if hasattr(f, 'filter') else f(record)) for f in self.filters)

            class Filter:
                def __init__(self, name=''): self.name = name
                def filter(self, record): return not self.name or record.name == self.name or record.name.startswith(self.name + '.')

            class Handler(Filterer):
                def __init__(self, level=NOTSET):
                    super().__init__()
                    self.level, self.formatter = _level(level), None
                def setLevel(self, level): self.level = _level(level)
                def setFormatter(self, fmt): self.formatter = fmt
                def format(self, record): return (self.formatter or _default).format(record)
                def handle(self, record):
                    if self.filter(record): self.emit(record)
                def emit(self, record): raise NotImplementedError('emit must be implemented by Handler subclasses')
                def flush(self): pass
                def close(self): pass

            class StreamHandler(Handler):
                terminator = '\n'
                def __init__(self, stream=None):
                    super().__init__()
                    self.stream = stream
                def emit(self, record): (self.stream or _sys.stderr).write(self.format(record) + self.terminator)

            class FileHandler(StreamHandler):
                def __init__(self, filename, mode='a', encoding=None, delay=False): super().__init__(open(filename, mode, encoding=encoding))
                def emit(self, record):
                    super().emit(record)
                    self.stream.flush()
                def close(self): self.stream.close()

            class NullHandler(Handler):
                def emit(self, record): pass

            class Logger(Filterer):
                "Passes messages on to its handlers and to those of the loggers above."
                def __init__(self, name, level=NOTSET):
                    super().__init__()
                    self.name, self.level, self.parent, self.propagate, self.handlers, self.disabled = name, _level(level), None, True, [], False
                def setLevel(self, level): self.level = _level(level)
                def getEffectiveLevel(self):
                    logger = self
                    while logger:
                        if logger.level: return logger.level
                        logger = logger.parent
                    return NOTSET
                def isEnabledFor(self, level): return level >= self.getEffectiveLevel() and level > _disabled[0] and not self.disabled
                def addHandler(self, handler):
                    if handler not in self.handlers: self.handlers.append(handler)
                def removeHandler(self, handler):
                    if handler in self.handlers: self.handlers.remove(handler)
                def hasHandlers(self): return bool(self.handlers) or bool(self.parent and self.propagate and self.parent.hasHandlers())
                def getChild(self, suffix): return getLogger(suffix if self is root else self.name + '.' + suffix)
                def log(self, level, msg, *args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
                    if not self.isEnabledFor(level): return
                    if exc_info is True: exc_info = _sys.exc_info()[1]
                    record = LogRecord(self.name, level, msg, args, exc_info, extra)
                    if not self.filter(record): return
                    logger, found = self, False
                    while logger:
                        for handler in logger.handlers:
                            found = True
                            if level >= handler.level: handler.handle(record)
                        logger = logger.parent if logger.propagate else None
                    if not found and level >= WARNING: _sys.stderr.write(record.getMessage() + '\n')
                def debug(self, msg, *args, **kwargs): self.log(DEBUG, msg, *args, **kwargs)
                def info(self, msg, *args, **kwargs): self.log(INFO, msg, *args, **kwargs)
                def warning(self, msg, *args, **kwargs): self.log(WARNING, msg, *args, **kwargs)
                warn = warning
                def error(self, msg, *args, **kwargs): self.log(ERROR, msg, *args, **kwargs)
                def critical(self, msg, *args, **kwargs): self.log(CRITICAL, msg, *args, **kwargs)
                fatal = critical
                def exception(self, msg, *args, exc_info=True, **kwargs): self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)
                def __repr__(self): return f'<{type(self).__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>'

            class RootLogger(Logger): pass
            _default = Formatter()
            _disabled = [NOTSET]
            def disable(level=CRITICAL): _disabled[0] = _level(level)
            root = RootLogger('root', WARNING)
            _loggers = {}
            def getLogger(name=None):
                "The logger of a name."
                if not name or name == 'root': return root
                if name not in _loggers:
                    _loggers[name] = made = Logger(name)
                    above = name.rpartition('.')[0]
                    while above and above not in _loggers: above = above.rpartition('.')[0]
                    made.parent = _loggers.get(above, root)
                    for other in _loggers.values():
                        if other.name.startswith(name + '.') and len(other.parent.name if other.parent is not root else '') < len(name): other.parent = made
                return _loggers[name]
            def basicConfig(*, filename=None, filemode='a', format=None, datefmt=None, style='%', level=None, stream=None, handlers=None, force=False, encoding=None):
                "Says where messages go and how they look."
                if force: root.handlers.clear()
                if not root.handlers:
                    made = handlers or [FileHandler(filename, filemode, encoding) if filename else StreamHandler(stream)]
                    for handler in made:
                        if handler.formatter is None: handler.setFormatter(Formatter(format or '%(levelname)s:%(name)s:%(message)s', datefmt, style))
                        root.addHandler(handler)
                    if level is not None: root.setLevel(level)
            def _root(method):
                def call(msg, *args, **kwargs):
                    if not root.handlers: basicConfig()
                    getattr(root, method)(msg, *args, **kwargs)
                return call
            debug, info, warning, warn, error, critical, fatal, exception = [_root(name) for name in ('debug', 'info', 'warning', 'warning', 'error', 'critical', 'critical', 'exception')]
            def log(level, msg, *args, **kwargs):
                if not root.handlers: basicConfig()
                root.log(level, msg, *args, **kwargs)
            def shutdown(): pass
            def captureWarnings(capture): pass
            """#)
}
