def describe(value):
    match value:
        case 0:
            return 'zero'
        case 1 | 2 | 3:
            return 'small'
        case -1:
            return 'minus one'
        case 2.5:
            return 'two and a half'
        case 'hello' | 'hi':
            return 'greeting'
        case True:
            return 'never: True equals 1'
        case None:
            return 'nothing'
        case b'raw':
            return 'bytes'
        case _:
            return f'something else: {value!r}'

for value in [0, 1, 3, -1, 2.5, 'hi', True, False, None, b'raw', 'bye', 10, [], 2.0]:
    print(repr(value), '->', describe(value))
