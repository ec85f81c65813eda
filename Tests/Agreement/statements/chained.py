# Statements that depend on the order in which their parts are evaluated.
log = []
def note(label, value=None):
    log.append(label)
    return value
class Spy:
    def __setattr__(self, name, value): log.append(f'set {name}')
    def __setitem__(self, key, value): log.append(f'item {key}')
    def __getitem__(self, key):
        log.append(f'get {key}')
        return 0
    def __delitem__(self, key): log.append(f'del {key}')
spy = Spy()
def flush():
    print(', '.join(map(str, log)))
    log.clear()
spy.a = spy['b'] = spy.c = note('value', 1); flush()
note('target', spy)[note('index', 'i')] = note('right', 2); flush()
note('t', spy)[note('k', 'k')] += note('r', 1); flush()
spy['x'], spy.y = note('one', 1), note('two', 2); flush()
del spy['p'], spy['q']; flush()
print(note('l', 1) + note('m', 2) * note('r', 3)); flush()
print(note('a', 1) < note('b', 0) < note('c', 5)); flush()
{note('k', 'k'): note('v', 'v')}; flush()
f = lambda *a, **k: None
f(note('1'), *note('2', [1]), x=note('3'), **note('4', {})); flush()
[note(i) for i in note('outer', range(2)) if note('if', True)]; flush()
note('then') if note('cond', False) else note('else'); flush()
