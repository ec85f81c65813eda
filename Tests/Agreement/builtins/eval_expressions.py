x = 3
for text in ['x + 1', 'x if x > 2 else 0', '[i for i in range(x)]', '(lambda a: a * x)(2)', '{"k": x}["k"]', 'f"{x:02d}"', 'x := 5' , 'print("hi") or 1', '"a" in "abc"', 'max(x, 10)', '__name__', 'not x', 'x.bit_length()', '-x ** 2', '(x, x)', '...', 'None']:
    try:
        print(text, '=', eval(text))
    except SyntaxError:
        print(text, 'is no expression')
print(x, eval('y + 1', {'y': 1}), eval('a + b', {'a': 1}, {'b': 2}), eval(' 5 '), eval('(1 +\n2)'))
