def readings():
    for raw in ['1', '2', 'x']:
        yield int(raw)
print(sum(readings()))
