def parse_age(text):
    try:
        age = int(text)
    except ValueError:
        raise ValueError(f'{text!r} is not a number') from None
    if not 0 <= age <= 150: raise ValueError(f'{age} is not an age')
    return age
for text in ('42', 'x', '-1', '200', ' 7'):
    try:
        print(parse_age(text))
    except ValueError as error:
        print('invalid:', error)
