for v in ['ab', 42, 3.5, True, None, [1]]:
    for spec in ['<8', '>8', '^8']:
        try:
            print(repr(format(v, spec)), end=' ')
        except TypeError as error:
            print(error, end=' ')
    print()
print(f'{"x":*<5}{"y":->5}{"z":=^5}', f'{5:0>3}', f'{-5:0=5}', f'{5:<05}', f'{"é":^3}|')
