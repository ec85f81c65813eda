"""Writes cpython.json: what CPython 3.11 makes of numbers, text, patterns and documents.

Run it with CPython 3.11: python3.11 Tests/CellRuntimeTests/Fixtures/record.py
Each record is [function, arguments, result]; all of them texts, floats as float.hex() writes them. A result that
begins with "!" is the error that came instead.
"""
import json
import math
import pathlib
import random
import re
import _string

records = []
chance = random.Random(20)


def record(function, arguments, compute):
    try:
        result = compute()
    except Exception as error:
        result = f'!{type(error).__name__}: {error}'
    records.append([function, [str(argument) for argument in arguments], result])


def parts_of(template):
    """One line a field, with the text before it; CPython's parser gives doubled braces one by one."""
    rows, literal = [], ''
    for text, *field in _string.formatter_parser(template):
        literal += text
        if field[0] is not None:
            rows.append('\t'.join([literal, *('-' if part is None else part for part in field)]))
            literal = ''
    return '\n'.join(rows + ([f'{literal}\t-\t-\t-'] if literal else []))


floats = [0.0, -0.0, 1.0, -1.0, 0.1, 0.1 + 0.2, 1e15, 1e16, 123456789012345680.0, 9999999999999998.0, 1e-4, 1e-5,
          0.00012345, 1.5e-7, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 1e22, 1e23, 2.5, 3.5, 1e100,
          123456.789, 1234567.891, 0.5, 1 / 3, 2 / 3, 1e21, 4503599627370497.5, 9007199254740993.0, 100.0, 1e10,
          math.inf, -math.inf, math.nan, 99999.95, 0.000099999, 1e300, -123.456, 0.05, 0.045, 2.675, 1.005]
floats += [chance.uniform(-1, 1) * 10.0 ** chance.randint(-20, 20) for _ in range(60)]
for value in floats:
    record('float_repr', [value.hex()], lambda: repr(value))
    record('float_hash', [value.hex()], lambda: str(0 if math.isnan(value) else hash(value)))
    for digits in (0, 1, 2, 3, 10, 17, -1, -2, -5, 320):
        record('round', [value.hex(), digits], lambda: round(value, digits).hex())

specifications = ['', '.0f', '.1f', '.2f', '.3', '.10', '.0', 'e', '.0e', '.2e', 'E', 'g', '.3g', '#g', '#.0f', '#.3', 'G', 'n', '%',
                  '.1%', '+', ' ', '-', '+.1f', '10', '<10', '^12.2f', '>12', '=+12.1f', '012.3f', '*^15', ',', ',.2f', '_',
                  '015,.1f', '+015,', 'z.1f', 'F', '#.3e', 'd', 's', 'x', '.', 'zz', ',_', '_,', '10.3n', 'é>9', '<07.1f', ',%']
for value in floats[:43]:
    for specification in specifications:
        if value.hex().endswith('p+1023') or abs(value) > 1e299 and specification not in ('', 'e', 'g', '.3'):
            continue
        record('float_format', [value.hex(), specification], lambda: format(value, specification))
integers = [0, 1, -1, 7, 42, 255, -255, 1000, 1234567, -98765, 2**31, 2**63 - 1, -2**63, 2**64, 10**20, -10**30, 2**200]
integer_specifications = ['', 'd', 'b', 'o', 'x', 'X', 'c', 'n', '#b', '#o', '#x', '#X', '+', ' ', '+d', '5', '<5d', '^9', '>9', '=+9',
                          '05', '08x', '#010x', ',', '_', '020,', '_b', '_x', '#_x', ',x', ',d', 'e', '.2f', '%', 'g', ',.1f', '.3', 's',
                          'z', '+c', '#c', '*^15,', '#012_b', ',n', '_n', ',c', '_s']
for value in integers:
    for specification in integer_specifications:
        record('int_format', [value, specification], lambda: format(value, specification))
for text in ['', 'a', 'bird', 'Übung', '日本', '🐦!']:
    for specification in ['', 's', '5', '<8', '>8', '^8', '*^9', '.2', '.0', '8.2', '05', 'é<6', '+', ' ', '#', '=5', 'd', ',', 'z', '10000x']:
        record('str_format', [text, specification], lambda: format(text, specification))

for template in ['%d', '%5d', '%-5d|', '%05d', '%+d', '% d', '%.3d', '%8.3d', '%x', '%X', '%#x', '%#o', '%o', '%i', '%u', '%#08x', '%-+6d|']:
    for value in integers[:14]:
        record('percent_int', [template, value], lambda: template % value)
for template in ['%f', '%.2f', '%8.3f', '%-9.1f|', '%09.2f', '%e', '%.1E', '%g', '%G', '%#g', '%+.1f', '% .0f', '%#.0f', '%.0e', '%F']:
    for value in floats[:20] + floats[32:40]:
        if abs(value) < 1e200 or math.isinf(value) or math.isnan(value):
            record('percent_float', [template, value.hex()], lambda: template % value)

texts = ['', 'plain', "it's", '"quoted"', '''both ' and "''', 'tab\tnew\nline\r', 'back\\slash', '\0\x07\x1b\x7f', 'é', '\xa0', '\xad', '日本語',
         '\u200b', '\u2028', '\ue000', '🐦', '\U000e0001', 'a\u0301', '\ufeff', '\u0378', 'ß', 'ǅ', '\u3000']
for text in texts:
    record('repr', [text], lambda: repr(text))
    record('ascii', [text], lambda: ascii(text))
words = ['', 'hello world', "they're bill's", 'ÀÉÎ', 'ß', 'ŒUVRE', 'ΑΣ', 'ὈΔΥΣΣΕΎΣ', 'ΣΑΣ ΣΑ', 'ǆ', 'ǅ', 'ŉ', 'ﬁne', 'İ', 'ı', 'x1y2', 'ᾳ', 'ϓ', 'MiXeD cAsE', '日本a']
for text in words:
    for method in ['upper', 'lower', 'title', 'capitalize', 'swapcase', 'casefold']:
        record(method, [text], lambda: getattr(text, method)())
questions = ['isalnum', 'isalpha', 'isdecimal', 'isdigit', 'isnumeric', 'islower', 'isupper', 'istitle', 'isspace', 'isprintable',
             'isidentifier', 'isascii']
for text in words + texts + ['12', '٣', '²', '½', 'Ⅷ', '五', ' \t\n', '\x1c', '\x85', '_a1', '1a', 'Hello World', 'Hello world', 'é_', 'ªº']:
    record('questions', [text], lambda: ' '.join(q for q in questions if getattr(text, q)()))

for text in ['0', '12', ' 12 ', '-7', '+7', '1_000', '1__0', '_1', '1_', '0x1f', '0b101', '0o17', '017', '00', '', ' ', '-', '1.5', 'ff', 'zz', '٣٤', '9' * 30,
             '-' + '9' * 25, '0_0', '0x_f', '1 2', '9223372036854775807', '9223372036854775808', '-9223372036854775808', '１２', '\x001', '9' * 4301, '- 1', '+-1']:
    for base in (10, 0, 2, 8, 16, 36, 1, 37):
        record('int_parse', [text, base], lambda: str(int(text, base)))
for text in ['1', '1.5', '.5', '5.', '.', '', '1e5', '1E-5', '1e', 'e5', 'inf', '-Infinity', 'NaN', '+nan', 'infin', '1_0.5', '1_.5', '1._5', ' 2.5\n', '0x1p3', '1e400',
             '1e-400', '-0', '٣.٥', '1,5', '123456789012345678901234567890', '1d5', '4.35', '0.1e1_0']:
    record('float_parse', [text], lambda: float(text).hex())

pairs = [(chance.randint(-10**chance.randint(1, 40), 10**chance.randint(1, 40)), chance.randint(-10**chance.randint(1, 30), 10**chance.randint(1, 30)) or 3)
         for _ in range(60)] + [(7, -2), (-7, 2), (-2**63, -1), (0, 5), (5, 0), (10**400, 3), (3, 10**400), (10**400, 10**399 + 1), (1, 10**330), (2**1074 + 1, 2**2148)]
for a, b in pairs:
    record('int_divmod', [a, b], lambda: '%d %d' % divmod(a, b))
    record('true_divide', [a, b], lambda: (a / b).hex())
    record('int_float', [a], lambda: float(a).hex())
    record('int_hash', [a], lambda: str(hash(a)))
for value in [2**53 + 1, 2**54 + 2, 2**54 + 6, 2**1024 - 2**970, 2**1024 - 2**969, 2**61 - 1, 2**61, -2**61, -1, -2]:
    record('int_float', [value], lambda: float(value).hex())
    record('int_hash', [value], lambda: str(hash(value)))
for _ in range(60):
    a, b = (chance.choice([1, -1]) * 10.0 ** chance.uniform(-8, 8) for _ in range(2))
    record('float_divmod', [a.hex(), b.hex()], lambda: ' '.join(x.hex() for x in divmod(a, b)))
for a, b in [(7.5, 2.0), (-7.5, 2.0), (7.5, -2.0), (1.0, 0.1), (-1e-20, 3.0), (0.0, -3.0), (-0.0, 3.0), (6.0, 3.0), (-6.0, 3.0), (math.inf, 2.0), (5.0, math.inf), (-5.0, math.inf)]:
    record('float_divmod', [a.hex(), b.hex()], lambda: ' '.join(x.hex() for x in divmod(a, b)))
for value, digits in [(1234, -2), (1250, -2), (1350, -2), (-1250, -2), (15, -1), (25, -1), (5, -1), (10**30 + 5, -1), (7, -5), (7, 3)]:
    record('int_round', [value, digits], lambda: str(round(value, digits)))
for base, exponent, modulus in [(3, 200, 13), (2, -1, 7), (2, -1, 4), (5, 3, -7), (10, 0, 1), (7, 10**20, 10**9 + 7), (0, 0, 5), (2, 5, 0), (-3, 3, 10)]:
    record('pow_mod', [base, exponent, modulus], lambda: str(pow(base, exponent, modulus)))

for template in ['', 'plain', '{}', 'a{0}b{1}', '{x.y[0].z}', '{:>10}', '{!r}', '{0!s:^5}', '{{}}', '{', '}', '{0', '{0!', '{0!r', '{0!rx}', '{:{}}', '{a[b]}', '{:', 'x}', '{0:{1}.{2}f}',
                 '{a{b}}', '{a[}]}', '{!}']:
    record('template', [template], lambda: parts_of(template))

for seed in (0, 1, 42, -42, 2**40, 10**30):
    generator = random.Random(seed)
    record('random', [seed], lambda: ' '.join([generator.random().hex() for _ in range(4)] + [str(generator.getrandbits(n)) for n in (1, 8, 32, 33, 64, 100)]
                                                + [str(generator.randrange(n)) for n in (1, 2, 10, 1000, 2**32, 2**40, 10**25)]))

for document in ['', ' ', '1', '[1, 2', '[1,]', '[1 2]', '{', '{"a"', '{"a":', '{"a": 1', '{"a": 1,', '{"a": 1,}', '{a: 1}', "{'a': 1}", '"abc', '"a\nb"', '"\\x"', '"\\u12"', '"\\u12g4"',
                 'nul', 'tru', '01', '-', '1 2', '[1]]', '{"a": 1}\n\nx', '[\n1,\n oops]', '"é" x', '\ufeff1', '{"a" 1}', '{"a": 1 "b": 2}', '.5', '1.', '1e', '+1', '[[[', '{"a": [1, {"b": x}]}']:
    record('json', [document], lambda: repr(json.loads(document)))

patterns = [
    (r'\d+', '', 'a1b22c333'), (r'(\w+)@(\w+)\.com', '', 'me@site.com, you@other.com'), (r'(?P<first>\w)(?P<second>\w)?', '', 'abc'), (r'(a)|(b)', '', 'ab'), (r'x*', '', 'axxb'),
    (r'^\w+', 'm', 'one two\nthree four\n'), (r'^', 'm', 'a\nb\n'), (r'$', '', 'a\n'), (r'$', 'm', 'a\nb\n'), (r'a.c', '', 'abc a\nc'), (r'a.c', 's', 'abc a\nc'), (r'ABC', 'i', 'abc aBc'),
    (r'\bcat\b', '', 'cat concat cat.'), (r'(?i)straße', '', 'STRASSE Straße'), (r'[^a-c]+', '', 'abcdef'), (r'[]x]+', '', 'a]x]'), (r'[a\]b]+', '', 'a]b'), (r'[\w.-]+', '', 'a.b-c d'),
    (r'(?<=a)b', '', 'ab cb'), (r'(?<!a)b', '', 'ab cb'), (r'a(?=b)', '', 'ab ac'), (r'a(?!b)', '', 'ab ac'), (r'(a+)+b', '', 'aaab'), (r'(.)\1', '', 'aabbc'), (r'(?P<q>["\']).*?(?P=q)', '', '''"a" 'b' "c'"'''),
    (r'a{2,3}', '', 'aaaaa a aa'), (r'a{,2}', '', 'aaa'), (r'a{2}', '', 'aaaaa'), (r'a{', '', 'a{'), (r'a{x}', '', 'a{x}'), (r'a{}', '', 'a{}'), (r'a??b', '', 'aab'), (r'a+?', '', 'aaa'), (r'a++b', '', 'aaab'),
    (r'(?>a+)b', '', 'aab'), (r'\Aab\Z', '', 'ab'), (r'\.(jpg|png)$', '', 'x.jpg'), (r'^(.*)_\d+.jpg$', '', 'great_pyrenees_173.jpg'), (r'(.+)_\d+.jpg$', '', 'Birman_12.jpg'), ('é+', '', 'caféé'),
    (r'\w+', '', 'été naïve 日本 x_1'), (r'\w+', 'a', 'été naïve'), (r'\s+', '', 'a \t\u00a0\u2003b\x1cc'), (r'\S+', '', 'a b\x1cc'), (r'\d', '', '1٣'), (r'\d', 'a', '1٣'), (r'(?x) a \ b # comment', '', 'a b'),
    ('a b  # c\n c', 'x', 'abc'), (r'[ #]', 'x', '# '), (r'(?:a|b)c', '', 'ac bc'), (r'(?i:a)b', '', 'Ab AB'), (r'(?-i:a)b', 'i', 'aB AB'), (r'(?s:.)x', '', '\nx'), (r'(a)?(?(1)b|c)', '', 'ab c b'),
    (r'(?P<n>a)?(?(n)b|c)', '', 'ab c'), (r'\x41\u00e9\101\0', '', 'AéA\0'), (r'\t\n\\', '', '\t\n\\'), (r'[\d\-x]+', '', '1-x'), (r'[a-]+', '', 'a-'), (r'[\b]', '', '\b'), (r'\((.*?)\)', '', '(a) (b)'), ('', '', 'ab'),
    (r'a|', '', 'ba'), (r'(|a)+', '', 'aa'), (r'(a|b)*', '', 'abab'), (r'.*', '', 'abc'), (r'(?#comment)a', '', 'a'), (r'&&||--~~', '', '&&'), (r'[[:alpha:]]', '', 'a:]'), (r'\/', '', '/'), (r'\-\ \#', '', '- #'), ('🐦.', '', 'a🐦bc'),
    (r'(?a)\w+', '', 'éa'), (r'(?a:\w)\w', '', 'aé éa'), (r'[^\s]+', '', 'a b'), (r'[\W_]+', '', 'a_- b'), ('a\\', '', ''), (r'(', '', ''), (r')', '', ''), (r'(a', '', ''), (r'[a', '', ''), (r'*a', '', ''), (r'a**', '', ''), (r'a{3,1}', '', ''), (r'\q', '', ''), (r'\1', '', ''), (r'(\1)', '', ''),
    (r'(?P<a>x)(?P<a>y)', '', ''), (r'(?P<1a>x)', '', ''), (r'(?P=b)', '', ''), (r'(?P>b)', '', ''), (r'(?Z)', '', ''), (r'(?', '', ''), (r'(?<', '', ''), (r'(?<a', '', ''), (r'(?P', '', ''), (r'(?P<', '', ''), (r'(?P<a', '', ''), (r'(?P<>x)', '', ''), (r'a(?i)b', '', ''), (r'(?i', '', ''), (r'(?i-', '', ''),
    (r'(?<=a+)b', '', ''), (r'(?<=a|bc)d', '', ''), (r'[b-a]', '', ''), (r'[a-\d]', '', ''), (r'\x4', '', ''), (r'\u12', '', ''), (r'\777', '', ''), (r'[\777]', '', ''), (r'(?(1)a)', '', ''), (r'(?(a)b)', '', ''), (r'(?(0)b)', '', ''), (r'(a)(?(1)b|c|d)', '', ''), (r'(?#', '', ''), ('a\n(b', '', ''), (r'^*', '', ''), (r'\b+', '', ''),
    (r'x{99999999999}', '', ''), (r'\Z\z', '', ''), (r'(?:', '', ''), (r'(?=a', '', ''), (r'[\q]', '', ''), (r'a???', '', ''), (r'(?+a)', '', ''), (r'(?i:a', '', ''), (r'(?L)a', '', ''), (r'(?au)a', '', ''),
]
for pattern, flags, text in patterns:
    number = sum(getattr(re, letter.upper()) for letter in flags)
    record('regex', [pattern, number, text],
           lambda: ' '.join(','.join(f'{m.start(g)}-{m.end(g)}' for g in range(re.compile(pattern, number).groups + 1)) for m in re.finditer(pattern, text, number)))
for pattern, template, text in [(r'(a)(b)', r'\2\1', 'abab'), (r'(?P<x>a)', r'[\g<x>\g<1>\g<0>]', 'a'), ('a', r'\n\t\\', 'a'), ('a', r'\q', 'a'), ('a', r'\1', 'a'), ('(a)', r'\g<2>', 'a'), ('a', r'\g<x>', 'a'), ('a', r'\g<', 'a'), ('a', r'\g', 'a'),
                                ('a', '\\', 'a'), ('a', r'\0', 'a'), ('a', r'\101', 'a'), ('(a)', r'\1\.', 'a'), ('x*', '-', 'abxd'), ('(a)|b', r'[\1]', 'ab'), ('a', r'\g<1a>', 'a'), ('a', r'\777', 'a')]:
    record('sub', [pattern, template, text], lambda: re.sub(pattern, template, text))

path = pathlib.Path(__file__).with_name('cpython.json')
path.write_text('[\n' + ',\n'.join(json.dumps(entry, ensure_ascii=True) for entry in records) + '\n]\n')
print(len(records), 'records')
