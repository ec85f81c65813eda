import time, sys, types, warnings, platform, importlib, traceback
start = time.perf_counter()
time.sleep(0.001)
print(time.perf_counter() > start, time.time() > 1.6e9, time.strftime('%Y', time.gmtime(0)), time.gmtime(86400).tm_mday, type(time.monotonic()).__name__)
print(sys.version_info[:2] >= (3, 11), sys.maxsize, sys.byteorder, sys.getrecursionlimit() > 100, isinstance(sys.argv, list), 'math' in sys.modules or True, sys.platform)
ns = types.SimpleNamespace(a=1, b='x')
ns.c = [1]
print(ns, ns.a, ns == types.SimpleNamespace(a=1, b='x', c=[1]), vars(ns))
print(isinstance(print, types.BuiltinFunctionType), isinstance(lambda: 0, types.FunctionType), isinstance((i for i in []), types.GeneratorType), isinstance(sys, types.ModuleType), types.MethodType(lambda self: self * 2, 5)())
m = importlib.import_module('math')
print(m.sqrt(4), platform.python_version_tuple()[:2] >= ('3', '11'), isinstance(platform.system(), str))
try:
    1 / 0
except ZeroDivisionError as error:
    text = traceback.format_exc()
    print(text.startswith('Traceback'), text.strip().splitlines()[-1], traceback.format_exception_only(error))
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try:
        warnings.warn('careful')
    except UserWarning as error:
        print('raised', error)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    warnings.warn('noted', DeprecationWarning)
print(len(caught), caught[0].category.__name__, caught[0].message)
try:
    importlib.import_module('no_such_module')
except ModuleNotFoundError as error:
    print(error.name)
