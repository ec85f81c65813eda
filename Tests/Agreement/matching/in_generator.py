def tokens(lines):
    for line in lines:
        match line.split():
            case []:
                continue
            case ['end']:
                return
            case [word]:
                yield word
            case [first, *rest]:
                yield first
                for item in rest:
                    yield item.upper()

print(list(tokens(['a', '', 'b c d', 'e', 'end', 'f'])))
def echo():
    got = None
    while True:
        match got:
            case None: got = yield 'ready'
            case int(n): got = yield n * 2
            case _: got = yield f'? {got}'
e = echo()
print(next(e), e.send(4), e.send('x'), e.send(None))
