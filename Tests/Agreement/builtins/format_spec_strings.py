for spec in ['', '10', '<10', '>10', '^10', '*^10', '.2', '10.2', '-<8.3', 's', '>5s', '\u2713^7']:
    print(repr(spec), repr(format('hello', spec)))
for spec in ['d', '5', '<5', '>5', '^5', '05', '+', ' ', '-', '+05', ',', '_', 'b', 'o', 'x', 'X', '#x', '#b', '#010x', 'c', 'e', '.2f', '%', '=+6', '08,', '_x', 'n', 'g']:
    print(repr(spec), repr(format(97, spec)), repr(format(-1234567, spec)) if spec != 'c' else '')
