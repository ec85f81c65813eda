def average():
    total, n, mean = 0, 0, None
    while True:
        value = yield mean
        if value is None: return total, n
        total += value
        n += 1
        mean = total / n
a = average()
print(next(a), a.send(10), a.send(20), a.send(60))
try: a.send(None)
except StopIteration as stop: print(stop.value)
def echo():
    received = []
    try:
        while True: received.append((yield len(received)))
    except ValueError as error:
        yield f'caught {error}'
    finally:
        print('closing', received)
e = echo()
print(next(e), e.send('a'), e.send('b'), e.throw(ValueError('thrown')))
e.close()
g = echo(); next(g); g.send(1); g.close()
try: g.send(1)
except StopIteration: print('already closed')
def delegating():
    result = yield from average()
    yield ('result', result)
d = delegating()
print(next(d), d.send(4), d.send(6), d.send(None))
fresh = average()
try: fresh.send(1)
except TypeError as error: print(error)
def stubborn():
    try: yield 1
    except KeyError: yield 'handled'
    yield 'last'
s = stubborn(); next(s)
print(s.throw(KeyError('k')), next(s), next(s, 'done'))
u = stubborn(); next(u)
try: u.throw(ValueError('unhandled'))
except ValueError as error: print('out', error, next(u, 'finished'))
