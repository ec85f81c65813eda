samples = ['if True', 'def f(:', 'x = ', 'for x in', 'a b', '1 +', '(1, 2', "'open", 'def f(a, a): pass', 'return 5', 'break',
    'x = 5 = y', 'f() = 1', 'lambda x: x = 1', 'class', 'import', 'from x import', 'else: pass', 'try: pass', '*a', 'a, *b, *c = x',
    'nonlocal x', 'def f():\npass', '  x = 1\ny = 2', 'if 1:\n  x\n y', 'f(a=1, 2)', 'f(a=1, a=2)', '{**a, *b}', '1 = x', 'None = 1',
    'del f()', 'x += 1 += 2', 'yield 1', '[x for x in]', 'print "hi"', 'a = b := 3', '(a := 1) = 2', 'def f(a=1, b): pass', 'f(**k, *a)', '0777', '1__2', '5x',
    'global x, y; x = 1\ndef f():\n  x = 1\n  global x', 'while 1: continue', 'def f(): yield; return 5', 'with open("x") as 5: pass', '"a" = 1', 'assert', 'raise from x', 'f"{"', "f'{a b}'", 'x ? y', '@', '$x', 'a!b']
for text in samples:
    try:
        compile(text, 'test', 'exec')
        print('ok   ', repr(text))
    except SyntaxError as error:
        print('error', repr(text), type(error).__name__)
