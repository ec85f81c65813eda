def kind(n):
    if n < 0:
        return 'negative'
    elif n == 0:
        return 'zero'
    elif n < 10:
        if n % 2:
            return 'small odd'
        else: return 'small even'
    else:
        return 'large'
for n in (-1, 0, 3, 4, 10): print(n, kind(n))
if []: print('no')
elif 0: print('no')
else: print('else')
if 1: pass
if not None: print('not None')
x = 5
if x > 3 and x < 10 or x == 20: print('in')
if 3 < x < 10: print('chained')
if x in (1, 5) and 'a' not in 'xyz': print('member')
