exec('a = 1\nb = a + 1')
print(a, b)
exec('def f(x):\n    return x * 2')
print(f(4))
scope = {'n': 10}
exec('m = n * 2\ndel n', scope)
print(scope['m'], 'n' in scope)
for code in ('1 +', 'x = = 2', 'def f(: pass'):
    try:
        exec(code)
    except SyntaxError as error:
        print('syntax error in', repr(code))
