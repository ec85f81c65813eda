for w in (6, 10):
    for p in (1, 3):
        print(f'{3.14159:{w}.{p}f}|{"text":>{w}}|{"long text":.{p}}|{255:#0{w}x}|' + '{:{a}{w}}'.format('x', a='^', w=w) + '|%*.*f' % (w, p, 2.71828))
