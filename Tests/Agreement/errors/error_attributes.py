try:
    {}['key']
except KeyError as e: print(e.args, str(e), repr(e))
try:
    open('/no/such/file')
except OSError as e: print(e.errno, e.strerror, e.filename, type(e).__name__)
try:
    import nope_nope
except ImportError as e: print(e.name, e.msg)
try:
    undefined_thing
except NameError as e: print(e.name)
try:
    (5).foo
except AttributeError as e: print(e.name)
try:
    next(iter([]))
except StopIteration as e: print(e.value, e.args)
try:
    raise SystemExit(3)
except SystemExit as e: print(e.code)
