def parse(text):
    try:
        return int(text)
    except ValueError as error:
        raise RuntimeError(f'cannot parse {text!r}') from error
print(parse('5'))
print(parse('five'))
