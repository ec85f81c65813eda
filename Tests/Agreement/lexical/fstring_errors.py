x = 5
for text in ["f'{x:d}'", "f'{x:s}'", "f'{x!r:>4}'", "f'{undefined}'", "f'{x:.2q}'", "f'{1/0}'", "f'{}'", "f'{x!z}'", "f'{x'", "f'}'"]:
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, type(error).__name__)
