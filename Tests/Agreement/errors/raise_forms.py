class E(Exception):
    def __init__(self, *a, **k): super().__init__(*a); self.k = k
for make in (lambda: E, lambda: E(), lambda: E('m'), lambda: E(1, 2, x=3)):
    try:
        raise make()
    except E as error:
        print(error.args, error.k, str(error), repr(error))
try:
    raise E('a') from ValueError('b')
except E as error:
    print(repr(error.__cause__), error.__suppress_context__)
def fail(): raise
try:
    try: raise KeyError('k')
    except KeyError: fail()
except KeyError as error:
    print('reraised', error)
