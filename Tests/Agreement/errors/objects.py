e = ValueError('message', 5)
print(e, repr(e), e.args, str(e), type(e).__name__, isinstance(e, Exception))
print(ValueError(), repr(ValueError()), repr(ValueError('one')), str(ValueError(5)), str(KeyError('k')), str(KeyError()), repr(KeyError(1, 2)))
class Custom(Exception): pass
class Detailed(Exception):
    def __init__(self, code, text):
        super().__init__(code, text)
        self.code, self.text = code, text
    def __str__(self): return f'[{self.code}] {self.text}'
print(Custom('x'), repr(Custom('x')), Detailed(1, 'bad'), repr(Detailed(1, 'bad')), Detailed(1, 'b').args)
try: raise Detailed(404, 'not found')
except Custom: print('no')
except Detailed as error: print(error.code, error.text, error)
try: int('zz')
except ValueError as error: kept = error
print(kept, type(kept) is ValueError)
try: raise kept
except ValueError as again: print(again is kept)
errors = []
for thing in ('1', 'x', None, '2'):
    try: errors.append(int(thing))
    except (ValueError, TypeError) as error: errors.append(error)
print([x if isinstance(x, int) else type(x).__name__ for x in errors])
try: open('/no/such/file')
except OSError as error: print(error.errno, error.strerror, error.filename, error)
try: [][1]
except IndexError as error: print(error.args)
s = StopIteration(5); print(s.value)
e = ValueError('a'); e.extra = 'attached'; print(e.extra)
