a = [1, 2]
b = a
c = [1, 2]
print(a is b, a is c, a == c, None is None, a is not c)
print(2 in a, 5 not in a, 'a' in 'cat', '' in 'x', 'xy' in 'wxyz', 1 in {1: 2}, 2 in {1: 2}, (1, 2) in [(1, 2)], 3 in range(0, 10, 3), 4 in range(0, 10, 3))
print(1.0 in [1], True in [1], 'a' in ['ab'], [1] in [[1]], None in [None], float('nan') in [float('nan')])
for bad in (lambda: 1 in 5, lambda: 1 in 'abc', lambda: [1] in {1}, lambda: 1 in None):
    try:
        bad()
    except TypeError as error:
        print(error)
