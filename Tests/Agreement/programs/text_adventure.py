rooms = {
    'hall': {'description': 'A long hall.', 'exits': {'north': 'library', 'east': 'kitchen'}},
    'library': {'description': 'Books everywhere.', 'exits': {'south': 'hall'}, 'items': ['lamp']},
    'kitchen': {'description': 'It smells of bread.', 'exits': {'west': 'hall'}, 'items': ['bread', 'knife']},
}

def play(commands):
    here, bag = 'hall', []
    for command in commands:
        verb, _, rest = command.partition(' ')
        room = rooms[here]
        if verb == 'go':
            if rest in room['exits']:
                here = room['exits'][rest]
                yield f'You are in the {here}. {rooms[here]["description"]}'
            else:
                yield f'You cannot go {rest}.'
        elif verb == 'take':
            if rest in room.get('items', []):
                room['items'].remove(rest)
                bag.append(rest)
                yield f'Taken: {rest}.'
            else:
                yield f'There is no {rest} here.'
        elif verb == 'look':
            yield room['description'] + (f' You see {", ".join(room["items"])}.' if room.get('items') else '')
        elif verb == 'bag':
            yield 'You carry ' + (' and '.join(bag) or 'nothing') + '.'
        else:
            yield f'I do not know how to {verb}.'

for line in play(['look', 'bag', 'go up', 'go east', 'look', 'take bread', 'take bread', 'take knife', 'bag', 'dance', 'go west', 'go north', 'take lamp', 'bag']):
    print(line)
