class Shop:
    def do_add(self, a, b): return a + b
    def do_neg(self, a): return -a
    def run(self, text):
        name, *args = text.split()
        method = getattr(self, 'do_' + name, None)
        return method(*map(int, args)) if method else f'unknown {name}'
s = Shop()
print(s.run('add 1 2'), s.run('neg 5'), s.run('pow 2'), [m[3:] for m in dir(s) if m.startswith('do_')])
try:
    s.run('add 1')
except TypeError as error:
    print(error)
