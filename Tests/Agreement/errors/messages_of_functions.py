def f(a, b, *, c): pass
class K:
    def m(self, x): pass
    @staticmethod
    def s(x): pass
    @classmethod
    def c(cls, x): pass
for text in ['f()', 'f(1)', 'f(1, 2)', 'f(1, 2, 3, c=1)', 'f(1, 2, c=1, d=2)', 'f(a=1)', 'f(1, a=1, b=2, c=3)', 'K().m()', 'K().m(1, 2)', 'K.m()', 'K.s()', 'K.c()', 'K.c(1, 2)', 'K(1)', 'K().n()', '(lambda x, y: 0)(1)', 'f(*[1, 2, 3])', 'f(**{"z": 1})', 'K().m(y=1)', 'K.m(1)']:
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, '->', type(error).__name__, error)
