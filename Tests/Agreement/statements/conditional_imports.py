try:
    import no_such_module_here
except ImportError:
    no_such_module_here = None
print(no_such_module_here)
def load(name):
    import importlib
    try:
        return importlib.import_module(name).__name__
    except ModuleNotFoundError as error:
        return str(error)
print(load('json'), load('not_there'))
