values = [0.0, 1.0, -1.5, 3.14159265, 1e10, 1.5e-10, 123456.789, 1e100, float('inf'), float('nan'), -0.0, 2.5, 1e16]
for spec in ['', 'f', '.0f', '.2f', 'e', '.3e', 'g', '.3g', '.10g', 'G', '%', '.1%', '+.1f', ' .1f', '010.2f', ',.2f', '<12.1f', '^12.1f', '#.0f', '_.1f', 'E', 'n', '.0e', '.0g']:
    print(repr(spec), [format(v, spec) for v in values])
