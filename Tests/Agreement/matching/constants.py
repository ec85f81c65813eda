class Colour:
    RED = 'r'
    GREEN = 'g'


def name(code):
    match code:
        case Colour.RED:
            return 'red'
        case Colour.GREEN:
            return 'green'
        case other:
            return f'other {other}'

print(name('r'), name('g'), name('b'))
import math
match 3.141592653589793:
    case math.pi:
        print('pi')
match None:
    case True | False:
        print('bool')
    case None:
        print('none')
