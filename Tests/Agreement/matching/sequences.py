def first_two(items):
    match items:
        case []:
            return 'empty'
        case [x]:
            return f'one: {x}'
        case [x, y]:
            return f'two: {x}, {y}'
        case [x, *rest]:
            return f'{x} and {len(rest)} more: {rest}'

for items in [[], [1], (1, 2), range(4), 'text', {1, 2}, [[1], [2]], (5,)]:
    print(items, '->', first_two(items))

match [1, [2, 3, [4, 5]]]:
    case [a, [b, *middle, [c, d]]]:
        print(a, b, middle, c, d)
match (1, 2, 3, 4, 5):
    case first, *_, last:
        print(first, last)
