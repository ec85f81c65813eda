def process(records):
    totals, errors = {}, []
    for number, record in enumerate(records):
        try:
            name, value = record
            if not name:
                raise ValueError('no name')
            while value > 100:
                value -= 100
                if value == 50:
                    break
            else:
                totals.setdefault(name, []).append(value)
                continue
            with_note = f'{name}*'
            totals[with_note] = value
        except ValueError as error:
            errors.append((number, str(error)))
        except TypeError as error:
            errors.append((number, 'type'))
        finally:
            if number == 2:
                totals['seen two'] = True
    return totals, errors
totals, errors = process([('a', 5), ('b', 250), ('', 1), ('a', 370), (1, 2, 3), ('c', 'x'), None])
for key in totals: print(key, totals[key])
for error in errors: print(*error)
def grid(n):
    for y in range(n):
        row = ''
        for x in range(n):
            if x == y: row += '\\'
            elif x + y == n - 1: row += '/'
            else: row += '.'
        yield row
print('\n'.join(grid(5)))
