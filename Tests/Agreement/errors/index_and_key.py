data = {'list': [1, 2], 'nested': {'a': 1}}
for path in (['list', 0], ['list', 5], ['nested', 'b'], ['nope'], ['list', 'x'], ['nested', 'a', 'c']):
    value = data
    try:
        for key in path: value = value[key]
        print(path, value)
    except (KeyError, IndexError, TypeError) as error:
        print(path, type(error).__name__, error)
