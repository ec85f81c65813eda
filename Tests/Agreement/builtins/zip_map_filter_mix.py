names, ages = ['Ada', 'Bob', 'Cid'], [36, 25, 40]
print(dict(zip(names, ages)), list(map('{}:{}'.format, names, ages)), [n for n, a in zip(names, ages) if a > 30], max(zip(ages, names)), sorted(zip(ages, names))[0], list(zip(range(3), names, ages))[1], [*map(lambda p: p[0][0], zip(names))], list(filter(lambda na: 'b' in na[0].lower(), zip(names, ages))))
print(list(map(None.__class__, [])), list(filter(str.isdigit, 'a1b2')), list(map(len, names)), any(map(str.islower, 'Ab')), list(enumerate(zip('ab', 'cd'))))
