def run(program, variables):
    output = []
    for line in program:
        match line:
            case ('set', name, int(value)):
                variables[name] = value
            case ('add', name, other) if other in variables:
                variables[name] += variables[other]
            case ('add', name, int(value)):
                variables[name] = variables.get(name, 0) + value
            case ('print', *names):
                output.append(' '.join(f'{n}={variables[n]}' for n in names))
            case ('if', condition, then, *other):
                branch = [then] if variables.get(condition) else other
                output.extend(run(branch, variables))
            case _:
                raise ValueError(f'cannot run {line!r}')
    return output

program = [
    ('set', 'a', 5), ('set', 'b', 7), ('add', 'a', 'b'), ('add', 'c', 3),
    ('print', 'a', 'c'), ('if', 'zero', ('print', 'a'), ('print', 'b')),
]
print(run(program, {}))
try:
    run([('jump', 3)], {})
except ValueError as error:
    print(error)
