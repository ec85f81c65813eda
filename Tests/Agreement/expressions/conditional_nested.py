def grade(n): return 'A' if n >= 90 else 'B' if n >= 80 else 'C' if n >= 70 else 'F'
print([grade(n) for n in (95, 85, 75, 10)])
print((1 if True else 2) + 3, 1 if True else 2 + 3, [1, 2][True], ('odd' if 3 % 2 else 'even').upper())
f = lambda x: 'pos' if x > 0 else 'neg' if x < 0 else 'zero'
print(f(1), f(-1), f(0), [x if x else 'none' for x in (0, 1)], {'a' if i else 'b': i for i in (0, 1)})
x = 5
y = x if x > 3 else None
print(y, (lambda: 'called')() if y else None, 'a' if 0 else 'b' if 0 else 'c')
