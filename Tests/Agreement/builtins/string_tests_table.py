samples = ['', ' ', 'a', 'A', '1', 'a1', 'Ab', 'ab cd', 'Ab Cd', '\n', '_', 'é', '٣', 'Ⅷ', '²', '½', 'ß', 'ǅ', '中', '🐦', 'x_1', '1x', 'class', '\x00', '\u2028', 'aB', '123 ', '-1', '1.5']
tests = ['isalpha', 'isdigit', 'isdecimal', 'isnumeric', 'isalnum', 'isspace', 'isupper', 'islower', 'istitle', 'isidentifier', 'isprintable', 'isascii']
for s in samples:
    print(ascii(s), ''.join('01'[getattr(s, t)()] for t in tests), ascii(s.upper()), ascii(s.lower()), ascii(s.title()), ascii(s.swapcase()), ascii(s.casefold()), ascii(s.capitalize()))
