def risky(n):
    try:
        if n == 0: raise ValueError('zero')
        if n == 1: return 'early'
        if n == 2: {}['x']
        result = 'normal'
    except ValueError as error:
        result = f'value {error}'
    except (KeyError, IndexError) as error:
        result = f'lookup {error!r}'
    else:
        result += ' else'
    finally:
        print('finally', n)
    return result
for n in range(4): print(risky(n))
def override():
    try:
        return 'try'
    finally:
        return 'finally'
print(override())
def loop():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
        finally:
            print('cleanup', i)
    return i
print(loop())
