def sign(n):
    match n:
        case int() | float() if n > 0: return 'positive'
        case int() | float() if n < 0: return 'negative'
        case 0: return 'zero'
        case _: return 'not a number'

print([sign(v) for v in (3, -2.5, 0, 0.0, 'x', True)])

match [1, 2]:
    case [x, y] as pair if sum(pair) > 5:
        print('large', pair)
    case [x, y] as pair:
        print('small', pair, x, y)

command = 'go north'
match command.split():
    case ['go', ('north' | 'south' | 'east' | 'west') as direction]:
        print('going', direction)
    case ['take', thing]:
        print('taking', thing)

match = {'case': 1}
case = match['case']
print(match, case)
