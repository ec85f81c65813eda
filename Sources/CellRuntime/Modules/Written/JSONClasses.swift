/// What `json` has beside its natives, written in the cell language.
extension StandardModules {
    static let writtenJSON = #"""
        class JSONEncoder:
            "Writes values as documents; `default` says how to write others."
            def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None, separators=None, default=None):
                self._options = {'skipkeys': skipkeys, 'ensure_ascii': ensure_ascii, 'allow_nan': allow_nan, 'sort_keys': sort_keys, 'indent': indent, 'separators': separators}
                if default is not None: self.default = default
            def default(self, o): raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')
            def encode(self, o): return dumps(o, default=self.default, **self._options)
            def iterencode(self, o): yield self.encode(o)

        class JSONDecoder:
            "Reads documents."
            def __init__(self, **options): self._options = options
            def decode(self, s): return loads(s, **self._options)
        """#
}
