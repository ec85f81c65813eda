class Plain:
    pass

try:
    match Plain():
        case Plain(1):
            pass
except TypeError as error:
    print(error)

class Args:
    __match_args__ = ('a',)
    a = 1

try:
    match Args():
        case Args(1, 2):
            pass
except TypeError as error:
    print(error)
try:
    match 5:
        case int(1, 2):
            pass
except TypeError as error:
    print(error)
for text in ['match 1:\n case x:\n  pass\n case 2:\n  pass', 'match 1:\n case [*a, *b]:\n  pass', 'match 1:\n case x | 2:\n  pass',
             'match 1:\n case {**r, "a": 1}:\n  pass', 'match 1:\n case (a, a):\n  pass']:
    try:
        compile(text, 'test', 'exec')
        print('fine')
    except SyntaxError as error:
        print(type(error).__name__)
