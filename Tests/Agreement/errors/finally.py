log = []
def f(kind):
    log.append(kind)
    try:
        if kind == 'return': return 'value'
        if kind == 'raise': raise ValueError(kind)
        if kind == 'nested':
            try: raise KeyError('inner')
            finally: log.append('inner finally')
    except ValueError: return 'handled'
    except KeyError: log.append('outer handler')
    else: log.append('else')
    finally: log.append('finally')
    return 'end'
print([f(k) for k in ('return', 'raise', 'nested', 'plain')], log)
def replace():
    try: raise ValueError('lost')
    finally: return 'replaced'
print(replace())
def chain():
    try:
        try: raise ValueError('first')
        finally: raise KeyError('second')
    except KeyError as error: return error, error.__context__
print(chain())
def loop():
    seen = []
    for i in range(4):
        try:
            if i == 1: continue
            if i == 3: break
            seen.append(i)
        finally: seen.append(('f', i))
    return seen
print(loop())
def generator():
    try: yield 1
    finally: print('generator closed')
for x in generator():
    print(x)
def late():
    x = 1
    try: return x
    finally: x = 2
print(late())
