/// `textwrap`, `pprint` and `csv`, written in the cell language.
extension StandardModules {
    static let textwrap = NativeModule(
        "textwrap", doc: "Paragraphs of a given width.",
        source: #"""
            import re as _re

            _chunks = _re.compile(r'''(\s+|(?<=[\w!"'&.,?])-{2,}(?=\w)|[^\s\w]*\w+[^0-9\W]-(?=\w+[^0-9\W])|[\w!"'&.,?]*[^\s]*?(?:-(?:(?<=[^\d\W]{2}-)|(?<=[^\d\W]-[^\d\W]-))(?=[^\d\W]-?[^\d\W])|(?=\s|\Z)|(?<=[\w!"'&.,?])(?=-{2,}\w)))''')
            _simple = _re.compile(r'(\s+)')
            _wordsep = _re.compile(r'''(\s+|(?<=[\w!"'&.,?])-{2,}(?=\w)|[^\s-]\S*?(?:-(?:(?<=[a-zA-Z_]{2}-)|(?<=[a-zA-Z_]-[a-zA-Z_]-))(?=[a-zA-Z_]-?[a-zA-Z_])|(?=\s|\Z)|(?<=[\w!"'&.,?])(?=-{2,}\w)))''')

            class TextWrapper:
                "Wraps and fills paragraphs."
                def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True, fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None, placeholder=' [...]'):
                    self.width, self.initial_indent, self.subsequent_indent = width, initial_indent, subsequent_indent
                    self.expand_tabs, self.replace_whitespace, self.fix_sentence_endings = expand_tabs, replace_whitespace, fix_sentence_endings
                    self.break_long_words, self.drop_whitespace, self.break_on_hyphens = break_long_words, drop_whitespace, break_on_hyphens
                    self.tabsize, self.max_lines, self.placeholder = tabsize, max_lines, placeholder

                def _split(self, text):
                    if self.expand_tabs: text = text.expandtabs(self.tabsize)
                    if self.replace_whitespace: text = _re.sub(r'[\t\n\x0b\x0c\r ]', ' ', text)
                    pieces = (_wordsep if self.break_on_hyphens else _simple).split(text)
                    chunks = [piece for piece in pieces if piece]
                    if self.fix_sentence_endings:
                        for i in range(len(chunks) - 1):
                            if chunks[i + 1] == ' ' and _re.search(r'[a-z][.!?]["\']?\Z', chunks[i]): chunks[i + 1] = '  '
                    return chunks

                def wrap(self, text):
                    "A list of lines."
                    if self.width <= 0: raise ValueError(f'invalid width {self.width!r} (must be > 0)')
                    if self.max_lines is not None:
                        indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
                        if len(indent) + len(self.placeholder.lstrip()) > self.width: raise ValueError('placeholder too large for max width')
                    chunks = self._split(text)[::-1]
                    lines = []
                    while chunks:
                        line, length = [], 0
                        indent = self.subsequent_indent if lines else self.initial_indent
                        width = self.width - len(indent)
                        if self.drop_whitespace and chunks[-1].strip() == '' and lines: chunks.pop()
                        while chunks:
                            size = len(chunks[-1])
                            if length + size > width: break
                            line.append(chunks.pop())
                            length += size
                        if chunks and len(chunks[-1]) > width:
                            room = max(width - length, 1) if width >= 1 else 1
                            if width < 1: room = 1
                            if self.break_long_words:
                                chunk, end = chunks[-1], width - length if width >= 1 else 1
                                if self.break_on_hyphens and len(chunk) > end:
                                    hyphen = chunk.rfind('-', 0, max(end, 0))
                                    if hyphen > 0 and any(c != '-' for c in chunk[:hyphen]): end = hyphen + 1
                                line.append(chunk[:end])
                                chunks[-1] = chunk[end:]
                            elif not line: line.append(chunks.pop())
                            length = sum(map(len, line))
                        if self.drop_whitespace and line and line[-1].strip() == '':
                            length -= len(line[-1])
                            line.pop()
                        if not line: continue
                        if self.max_lines is None or len(lines) + 1 < self.max_lines or (not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()) and length <= width:
                            lines.append(indent + ''.join(line))
                            continue
                        while line:
                            if line[-1].strip() and length + len(self.placeholder) <= width:
                                line.append(self.placeholder)
                                lines.append(indent + ''.join(line))
                                break
                            length -= len(line[-1])
                            line.pop()
                        else:
                            if lines:
                                before = lines[-1].rstrip()
                                if len(before) + len(self.placeholder) <= self.width:
                                    lines[-1] = before + self.placeholder
                                    break
                            lines.append(indent + self.placeholder.lstrip())
                        break
                    return lines

                def fill(self, text): return '\n'.join(self.wrap(text))

            def wrap(text, width=70, **kwargs):
                "A list of lines of at most width."
                return TextWrapper(width=width, **kwargs).wrap(text)

            def fill(text, width=70, **kwargs):
                "One string of lines of at most width."
                return TextWrapper(width=width, **kwargs).fill(text)

            def shorten(text, width, **kwargs):
                "A text cut to width, at a word."
                return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))

            def dedent(text):
                "Without the blanks that all lines begin with."
                lines = [line if line.strip(' \t') else '' for line in text.split('\n')]
                margin = None
                for line in lines:
                    if not line: continue
                    indent = line[:len(line) - len(line.lstrip(' \t'))]
                    if margin is None or margin.startswith(indent): margin = indent
                    elif not indent.startswith(margin):
                        for i, (x, y) in enumerate(zip(margin, indent)):
                            if x != y:
                                margin = margin[:i]
                                break
                return '\n'.join(line[len(margin):] if margin else line for line in lines)

            def indent(text, prefix, predicate=None):
                "With a prefix before each line that is not blank."
                if predicate is None: predicate = str.strip
                return ''.join(prefix + line if predicate(line) else line for line in text.splitlines(True))
            """#)

    static let pprintModule = NativeModule(
        "pprint", doc: "Values over several lines.",
        source: #"""
            import sys as _sys, re as _re

            def _key(x):
                try: return (0, str(type(x)), x) if False else _Safe(x)
                except TypeError: return _Safe(x)

            class _Safe:
                def __init__(self, obj): self.obj = obj
                def __lt__(self, other):
                    try: return self.obj < other.obj
                    except TypeError: return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))

            class PrettyPrinter:
                "Writes values so that each line fits."
                def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
                    if indent < 0: raise ValueError('indent must be >= 0')
                    if depth is not None and depth <= 0: raise ValueError('depth must be > 0')
                    if not width: raise ValueError('width must be != 0')
                    self._indent, self._width, self._depth, self._stream = indent, width, depth, stream
                    self._compact, self._sort, self._underscores = compact, sort_dicts, underscore_numbers

                def pprint(self, object): print(self.pformat(object), file=self._stream)
                def pformat(self, object):
                    parts = []
                    self._format(object, parts.append, 0, 0, {}, 0)
                    return ''.join(parts)
                def isrecursive(self, object): return False
                def isreadable(self, object): return True

                def _format(self, obj, write, indent, allowance, context, level):
                    key = id(obj)
                    if key in context:
                        write(f'<Recursion on {type(obj).__name__} with id={key}>')
                        return
                    text = self._repr(obj, context, level)
                    if len(text) > self._width - indent - allowance:
                        kind = type(obj)
                        method = None
                        if isinstance(obj, dict) and kind.__repr__ is dict.__repr__: method = self._dict
                        elif hasattr(kind, '__dataclass_fields__') and kind.__repr__.__name__ == '__repr__' and not isinstance(obj, type): method = self._dataclass
                        elif kind.__name__ == 'OrderedDict': method = self._ordered
                        elif kind is list: method = self._list
                        elif kind is tuple: method = self._tuple
                        elif kind is set or kind is frozenset: method = self._set
                        elif kind is str: method = self._str
                        elif kind.__name__ == 'SimpleNamespace': method = self._namespace
                        elif kind.__name__ == 'defaultdict': method = self._default
                        elif kind.__name__ == 'Counter': method = self._counter
                        elif kind.__name__ == 'deque': method = self._deque
                        if method is not None:
                            context[key] = 1
                            method(obj, write, indent, allowance, context, level + 1)
                            del context[key]
                            return
                    write(text)

                def _dict(self, obj, write, indent, allowance, context, level):
                    write('{')
                    if self._indent > 1: write((self._indent - 1) * ' ')
                    if obj:
                        items = sorted(obj.items(), key=lambda pair: _Safe(pair[0])) if self._sort else obj.items()
                        self._items(items, write, indent, allowance + 1, context, level)
                    write('}')

                def _items(self, items, write, indent, allowance, context, level):
                    indent += self._indent
                    between = ',\n' + ' ' * indent
                    items = list(items)
                    for i, (key, value) in enumerate(items):
                        last = i == len(items) - 1
                        text = self._repr(key, context, level)
                        write(text)
                        write(': ')
                        self._format(value, write, indent + len(text) + 2, allowance if last else 1, context, level)
                        if not last: write(between)

                def _ordered(self, obj, write, indent, allowance, context, level):
                    if not obj: return write(repr(obj))
                    write(type(obj).__name__ + '(')
                    self._format(list(obj.items()), write, indent + len(type(obj).__name__) + 1, allowance + 1, context, level)
                    write(')')

                def _list(self, obj, write, indent, allowance, context, level):
                    write('[')
                    self._sequence(obj, write, indent, allowance + 1, context, level)
                    write(']')

                def _tuple(self, obj, write, indent, allowance, context, level):
                    write('(')
                    end = ',)' if len(obj) == 1 else ')'
                    self._sequence(obj, write, indent, allowance + len(end), context, level)
                    write(end)

                def _set(self, obj, write, indent, allowance, context, level):
                    if not obj: return write(repr(obj))
                    if type(obj) is set:
                        write('{')
                        end = '}'
                    else:
                        write(type(obj).__name__ + '({')
                        end = '})'
                        indent += len(type(obj).__name__) + 1
                    self._sequence(sorted(obj, key=_Safe), write, indent, allowance + len(end), context, level)
                    write(end)

                def _str(self, obj, write, indent, allowance, context, level):
                    if not obj: return write(repr(obj))
                    chunks, lines = [], obj.splitlines(True)
                    if level == 1:
                        indent += 1
                        allowance += 1
                    most = limit = self._width - indent
                    for i, line in enumerate(lines):
                        text = repr(line)
                        if i == len(lines) - 1: limit -= allowance
                        if len(text) <= limit:
                            chunks.append(text)
                            continue
                        parts = _re.findall(r'\S*\s*', line)
                        parts.pop()
                        width, current = most, ''
                        for j, part in enumerate(parts):
                            candidate = current + part
                            if j == len(parts) - 1 and i == len(lines) - 1: width -= allowance
                            if len(repr(candidate)) > width:
                                if current: chunks.append(repr(current))
                                current = part
                            else: current = candidate
                        if current: chunks.append(repr(current))
                    if len(chunks) == 1: return write(text)
                    if level == 1: write('(')
                    write(('\n' + ' ' * indent).join(chunks))
                    if level == 1: write(')')

                def _dataclass(self, obj, write, indent, allowance, context, level):
                    name = obj.__class__.__name__
                    indent += len(name) + 1
                    write(name + '(')
                    self._named([(f.name, getattr(obj, f.name)) for f in obj.__dataclass_fields__.values() if f.repr], write, indent, allowance, context, level)
                    write(')')

                def _namespace(self, obj, write, indent, allowance, context, level):
                    name = 'namespace' if type(obj).__name__ == 'SimpleNamespace' else obj.__class__.__name__
                    indent += len(name) + 1
                    write(name + '(')
                    self._named(list(obj.__dict__.items()), write, indent, allowance, context, level)
                    write(')')

                def _named(self, items, write, indent, allowance, context, level):
                    between = ',\n' + ' ' * indent
                    for i, (key, value) in enumerate(items):
                        last = i == len(items) - 1
                        write(key + '=')
                        if id(value) in context: write('...')
                        else: self._format(value, write, indent + len(key) + 1, allowance if last else 1, context, level)
                        if not last: write(between)

                def _default(self, obj, write, indent, allowance, context, level):
                    if not obj: return write(repr(obj))
                    factory = self._repr(obj.default_factory, context, level)
                    indent += len(type(obj).__name__) + 1
                    write(f"{type(obj).__name__}({factory},\n{' ' * indent}")
                    self._dict(obj, write, indent, allowance + 1, context, level)
                    write(')')

                def _counter(self, obj, write, indent, allowance, context, level):
                    if not obj: return write(repr(obj))
                    name = type(obj).__name__
                    write(name + '({')
                    if self._indent > 1: write((self._indent - 1) * ' ')
                    self._items(obj.most_common(), write, indent + len(name) + 1, allowance + 2, context, level)
                    write('})')

                def _deque(self, obj, write, indent, allowance, context, level):
                    if not obj: return write(repr(obj))
                    name = type(obj).__name__
                    write(name + '(')
                    indent += len(name) + 1
                    write('[')
                    if obj.maxlen is None:
                        self._sequence(obj, write, indent, allowance + 2, context, level)
                        write('])')
                    else:
                        self._sequence(obj, write, indent, 2, context, level)
                        write(f"],\n{' ' * indent}maxlen={self._repr(obj.maxlen, context, level)})")

                def _sequence(self, items, write, indent, allowance, context, level):
                    indent += self._indent
                    if self._indent > 1: write((self._indent - 1) * ' ')
                    between = ',\n' + ' ' * indent
                    separator = ''
                    width = room = self._width - indent + 1
                    items = list(items)
                    for i, item in enumerate(items):
                        last = i == len(items) - 1
                        if last:
                            room -= allowance
                            width -= allowance
                        if self._compact:
                            text = self._repr(item, context, level)
                            size = len(text) + 2
                            if width < size:
                                width = room
                                if separator: separator = between
                            if width >= size:
                                width -= size
                                write(separator)
                                separator = ', '
                                write(text)
                                continue
                        write(separator)
                        separator = between
                        self._format(item, write, indent, allowance if last else 1, context, level)

                def _repr(self, obj, context, level): return self._safe(obj, context, self._depth, level)

                def _safe(self, obj, context, depth, level):
                    kind = type(obj)
                    if kind is int and self._underscores: return f'{obj:_d}'
                    if kind not in (dict, list, tuple): return repr(obj)
                    if not obj: return repr(obj)
                    if depth and level >= depth: return {dict: '{...}', list: '[...]', tuple: '(...)'}[kind]
                    if id(obj) in context: return f'<Recursion on {kind.__name__} with id={id(obj)}>'
                    context[id(obj)] = 1
                    if kind is dict:
                        items = sorted(obj.items(), key=lambda pair: _Safe(pair[0])) if self._sort else obj.items()
                        text = '{' + ', '.join(f'{self._safe(k, context, depth, level + 1)}: {self._safe(v, context, depth, level + 1)}' for k, v in items) + '}'
                    else:
                        inside = ', '.join(self._safe(item, context, depth, level + 1) for item in obj)
                        text = f'[{inside}]' if kind is list else f'({inside},)' if len(obj) == 1 else f'({inside})'
                    del context[id(obj)]
                    return text

            def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
                "Prints a value over several lines."
                PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pprint(object)

            def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
                "A value's text over several lines."
                return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pformat(object)

            def pp(object, *args, sort_dicts=False, **kwargs):
                "As pprint, dictionaries in their own order."
                pprint(object, *args, sort_dicts=sort_dicts, **kwargs)

            def saferepr(object): return PrettyPrinter()._safe(object, {}, None, 0)
            """#)

    static let fnmatch = NativeModule(
        "fnmatch", doc: "Names by patterns.",
        source: #"""
            import re as _re
            def translate(pat):
                "A pattern as a regular expression."
                result, i, n = [], 0, len(pat)
                while i < n:
                    c = pat[i]
                    i += 1
                    if c == '*':
                        if not result or result[-1] != '.*': result.append('.*')
                    elif c == '?': result.append('.')
                    elif c == '[':
                        j = i
                        if j < n and pat[j] == '!': j += 1
                        if j < n and pat[j] == ']': j += 1
                        while j < n and pat[j] != ']': j += 1
                        if j >= n: result.append('\\[')
                        else:
                            inside = pat[i:j].replace('\\', r'\\')
                            i = j + 1
                            if inside[0] == '!': inside = '^' + inside[1:]
                            elif inside[0] in ('^', '['): inside = '\\' + inside
                            result.append(f'[{inside}]')
                    else: result.append(_re.escape(c))
                return '(?s:' + ''.join(result) + r')\Z'
            def fnmatchcase(name, pat): return _re.match(translate(pat), name) is not None
            def fnmatch(name, pat): return fnmatchcase(name, pat)
            def filter(names, pat): return [name for name in names if fnmatchcase(name, pat)]
            """#)

    static let csv = NativeModule(
        "csv", doc: "Tables as text with commas.",
        source: #"""
            class Error(Exception): pass
            QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = 0, 1, 2, 3

            class Dialect:
                "How a table is written."
                delimiter, quotechar, escapechar, doublequote = ',', '"', None, True
                skipinitialspace, lineterminator, quoting, strict = False, '\r\n', QUOTE_MINIMAL, False
            class excel(Dialect): pass
            class excel_tab(excel): delimiter = '\t'
            class unix_dialect(Dialect): lineterminator, quoting = '\n', QUOTE_ALL
            _dialects = {'excel': excel, 'excel-tab': excel_tab, 'unix': unix_dialect}

            def register_dialect(name, dialect=None, **options): _dialects[name] = type(name, (dialect or Dialect,), options)
            def list_dialects(): return list(_dialects)
            def get_dialect(name):
                if name not in _dialects: raise Error('unknown dialect')
                return _dialects[name]

            def _settings(dialect, options):
                if isinstance(dialect, str): dialect = get_dialect(dialect)
                made = type('Dialect', (dialect if isinstance(dialect, type) else type(dialect),), {})()
                for name, value in options.items():
                    if not hasattr(Dialect, name): raise TypeError(f"'{name}' is an invalid keyword argument for this function")
                    setattr(made, name, value)
                if not isinstance(made.delimiter, str) or len(made.delimiter) != 1: raise TypeError('"delimiter" must be a 1-character string')
                return made

            class reader:
                "The rows of lines."
                def __init__(self, csvfile, dialect='excel', **options):
                    self.dialect, self._lines, self.line_num = _settings(dialect, options), iter(csvfile), 0
                def __iter__(self): return self
                def __next__(self):
                    d = self.dialect
                    fields, field, state, numeric = [], [], 'start', False
                    started = False
                    while True:
                        try: line = next(self._lines)
                        except StopIteration:
                            if started:
                                if state == 'quoted':
                                    if d.strict: raise Error('unexpected end of data')
                                    fields.append(''.join(field))
                                    return fields
                            raise
                        if not isinstance(line, str): raise Error(f'iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)')
                        self.line_num += 1
                        started = True
                        i = 0
                        def done():
                            text = ''.join(field)
                            fields.append(float(text) if d.quoting == QUOTE_NONNUMERIC and not numeric_off[0] and text else text)
                        numeric_off = [numeric]
                        ended = False
                        while i <= len(line):
                            c = line[i] if i < len(line) else '\n'
                            at_end = i == len(line)
                            i += 1
                            if state == 'quoted':
                                if at_end: break
                                if c == d.escapechar:
                                    field.append(line[i] if i < len(line) else '\n')
                                    i += 1
                                elif c == d.quotechar: state = 'after' if d.doublequote else 'field'
                                else: field.append(c)
                                continue
                            if c in '\r\n':
                                if state == 'start' and not fields and not field and not at_end and not line.strip('\r\n'): return []
                                if state == 'start' and not fields and at_end and not line: return []
                                done()
                                return fields
                            if state == 'start':
                                if c == d.quotechar and d.quoting != QUOTE_NONE:
                                    state = 'quoted'
                                    numeric_off[0] = True
                                    continue
                                if c == ' ' and d.skipinitialspace: continue
                            if state == 'after':
                                if c == d.quotechar:
                                    field.append(c)
                                    state = 'quoted'
                                    continue
                                if c != d.delimiter and d.strict: raise Error(f"'{d.delimiter}' expected after '{d.quotechar}'")
                                if c != d.delimiter:
                                    field.append(c)
                                    state = 'field'
                                    continue
                            if c == d.escapechar and c is not None:
                                field.append(line[i] if i < len(line) else '\n')
                                i += 1
                                state = 'field'
                            elif c == d.delimiter:
                                done()
                                field, state = [], 'start'
                                numeric_off[0] = False
                            else:
                                field.append(c)
                                state = 'field'
                        numeric = numeric_off[0]

            class writer:
                "Writes rows to a file."
                def __init__(self, csvfile, dialect='excel', **options): self.dialect, self._file = _settings(dialect, options), csvfile
                def _text(self, value):
                    d = self.dialect
                    number = isinstance(value, (int, float)) and not isinstance(value, bool)
                    text = '' if value is None else repr(value) if isinstance(value, float) else str(value)
                    quote = d.quoting == QUOTE_ALL or d.quoting == QUOTE_NONNUMERIC and not number
                    special = any(c in text for c in (d.delimiter, d.quotechar or d.delimiter, d.escapechar or d.delimiter, '\r', '\n')) or any(c in text for c in d.lineterminator)
                    if d.quoting == QUOTE_NONE:
                        if special:
                            if not d.escapechar: raise Error('need to escape, but no escapechar set')
                            text = ''.join(d.escapechar + c if c in (d.delimiter, d.escapechar, d.quotechar, '\r', '\n') else c for c in text)
                        return text
                    if special or quote:
                        if d.doublequote: text = text.replace(d.quotechar, d.quotechar * 2)
                        elif d.escapechar: text = text.replace(d.quotechar, d.escapechar + d.quotechar)
                        return d.quotechar + text + d.quotechar
                    return text
                def writerow(self, row):
                    try: cells = [self._text(value) for value in row]
                    except TypeError:
                        if hasattr(row, '__iter__'): raise
                        raise Error(f'iterable expected, not {type(row).__name__}') from None
                    if len(cells) == 1 and cells[0] == '' and self.dialect.quoting != QUOTE_NONE: cells = [self.dialect.quotechar * 2]
                    return self._file.write(self.dialect.delimiter.join(cells) + self.dialect.lineterminator)
                def writerows(self, rows):
                    for row in rows: self.writerow(row)

            class DictReader:
                "Rows as dictionaries."
                def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args, **kwds):
                    self._fieldnames = None if fieldnames is None else list(fieldnames)
                    self.restkey, self.restval = restkey, restval
                    self.reader = reader(f, dialect, *args, **kwds)
                @property
                def line_num(self): return self.reader.line_num
                @property
                def dialect(self): return self.reader.dialect
                @property
                def fieldnames(self):
                    if self._fieldnames is None:
                        try: self._fieldnames = next(self.reader)
                        except StopIteration: pass
                    return self._fieldnames
                def __iter__(self): return self
                def __next__(self):
                    names = self.fieldnames
                    row = next(self.reader)
                    while row == []: row = next(self.reader)
                    made = dict(zip(names, row))
                    if len(names) < len(row): made[self.restkey] = row[len(names):]
                    for name in names[len(row):]: made[name] = self.restval
                    return made

            class DictWriter:
                "Writes dictionaries as rows."
                def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *args, **kwds):
                    self.fieldnames, self.restval, self.extrasaction = fieldnames, restval, extrasaction.lower()
                    if self.extrasaction not in ('raise', 'ignore'): raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
                    self.writer = writer(f, dialect, *args, **kwds)
                def writeheader(self): return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))
                def _row(self, row):
                    if self.extrasaction == 'raise':
                        wrong = [key for key in row if key not in self.fieldnames]
                        if wrong: raise ValueError('dict contains fields not in fieldnames: ' + ', '.join(map(repr, wrong)))
                    return [row.get(key, self.restval) for key in self.fieldnames]
                def writerow(self, row): return self.writer.writerow(self._row(row))
                def writerows(self, rows): return self.writer.writerows(map(self._row, rows))

            class Sniffer:
                "Guesses how a table is written."
                def sniff(self, sample, delimiters=None):
                    lines = [line for line in sample.splitlines() if line]
                    best = None
                    for mark in delimiters or ',;\t|: ':
                        counts = {line.count(mark) for line in lines}
                        if len(counts) == 1 and 0 not in counts and (best is None or counts.copy().pop() > best[0]): best = (counts.copy().pop(), mark)
                    if best is None: raise Error('Could not determine delimiter')
                    return type('dialect', (excel,), {'delimiter': best[1]})
            """#)
}
