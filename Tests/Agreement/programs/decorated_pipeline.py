import functools
REGISTRY = []
def step(order, *, enabled=True):
    def decorate(f):
        @functools.wraps(f)
        def wrapper(data):
            before = len(data)
            result = f(data)
            wrapper.log.append(f'{f.__name__}: {before} -> {len(result)}')
            return result
        wrapper.log, wrapper.order = [], order
        if enabled: REGISTRY.append(wrapper)
        return wrapper
    return decorate
@step(2)
def unique(data): return list(dict.fromkeys(data))
@step(1)
def lower(data): return [d.lower() for d in data]
@step(3)
def short(data): return [d for d in data if len(d) <= 4]
@step(9, enabled=False)
def never(data): raise AssertionError
data = ['Owl', 'owl', 'Nuthatch', 'Wren', 'WREN']
for f in sorted(REGISTRY, key=lambda f: f.order): data = f(data)
print(data)
print([line for f in REGISTRY for line in f.log], never.__name__, len(REGISTRY))
