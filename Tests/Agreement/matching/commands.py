def act(state, command):
    match command.lower().split():
        case ['quit' | 'exit']:
            return None
        case ['move', ('up' | 'down') as where, *count]:
            step = int(count[0]) if count else 1
            return state + (step if where == 'up' else -step)
        case ['set', number] if number.lstrip('-').isdigit():
            return int(number)
        case [] | ['wait']:
            return state
        case [other, *_]:
            raise ValueError(f'unknown command {other!r}')

state = 0
for command in ['move up 3', 'WAIT', '', 'set -5', 'move down', 'jump', 'set x', 'quit']:
    try:
        new = act(state, command)
    except ValueError as error:
        print(command, '->', error)
        continue
    print(repr(command), '->', new)
    state = state if new is None else new
