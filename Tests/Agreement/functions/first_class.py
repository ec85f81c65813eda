def apply(f, *args): return f(*args)
table = {'double': lambda x: 2 * x, 'neg': lambda x: -x, 'str': str, 'len': len}
print([apply(table[k], v) for k, v in [('double', 4), ('neg', 2), ('str', 5), ('len', 'four')]])
def compose(*fs):
    def run(x):
        for f in reversed(fs): x = f(x)
        return x
    return run
inc = lambda x: x + 1
print(compose(inc, inc, table['double'])(5), list(map(compose(str.upper, str.strip), [' a ', 'b '])))
def make_multiplier(n):
    def multiply(x): return x * n
    multiply.factor = n
    return multiply
ms = [make_multiplier(i) for i in range(4)]
print([m(10) for m in ms], [m.factor for m in ms], ms[1].__name__)
from functools import partial, reduce
print(partial(int, base=2)('101'), partial(pow, 2)(10), reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, [], 'start'))
p = partial(print, 'a', sep='-')
p('b', 'c')
print(p.args, p.keywords, p.func is print)
print(max(['aa', 'b'], key=len), sorted({'b': 2, 'a': 3}.items(), key=lambda kv: kv[1]), min((3, 'c'), (1, 'z'), key=lambda t: t[0]))
print(list(map(pow, [2, 3], [3, 2])), list(filter(None, [0, 1, '', 'a'])), list(map(str.title, ['ada l', 'bob'])))
print(callable(len), callable(5), (lambda: 0)() == 0, type(apply).__name__, apply.__code__.co_argcount)
