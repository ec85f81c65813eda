def parse(argv, spec):
    values = {name: default for name, (kind, default) in spec.items()}
    rest = []
    args = iter(argv)
    for a in args:
        if a == '--':
            rest.extend(args)
        elif a.startswith('--'):
            name, eq, value = a[2:].partition('=')
            if name not in spec: raise SystemExit(f'unknown option --{name}')
            kind, _ = spec[name]
            if kind is bool: values[name] = True
            else:
                try: values[name] = kind(value if eq else next(args))
                except StopIteration: raise SystemExit(f'--{name} needs a value') from None
                except ValueError: raise SystemExit(f'--{name}: {value!r} is no {kind.__name__}') from None
        else: rest.append(a)
    return values, rest
spec = {'n': (int, 1), 'rate': (float, 0.1), 'verbose': (bool, False), 'name': (str, 'x')}
for line in ('--n 5 file', '--rate=0.5 --verbose a b', '--name=q -- --n', '--n x', '--bad', '--n'):
    try:
        print(parse(line.split(), spec))
    except SystemExit as stop:
        print('stopped:', stop)
