print(1 < 2, 1 < 2 < 3, 1 < 3 < 2, 3 > 2 > 1, 1 == 1.0 == True)
print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], (1, 'a') < (1, 'b'), [] < [0], [2] > [1, 9])
print('a' < 'b', 'a' < 'B', 'abc' < 'abd', '' < 'a', 'Z' < 'a')
print(1 == '1', [] == (), {} == set(), None == 0, None is None, 1 != 1.5)
print({1, 2} < {1, 2, 3}, {1, 2} <= {1, 2}, {1} < {2}, {1: 2} == {1: 2}, {1: 2, 3: 4} == {3: 4, 1: 2})
def value(n):
    print('value', n)
    return n
print(value(1) < value(2) < value(3))
print(value(3) < value(2) < value(1))
print(value(1) == value(1) != value(2) in [value(2)])
print(2 in [1, 2], 'b' in 'abc', 'bc' in 'abc', '' in 'a', 3 in {3: 4}, 4 in {3: 4}, 2.0 in [2])
print(2 ** 70 > 1e20, 2 ** 70 == 2.0 ** 70, 10 ** 30 < float('inf'), 2 ** 53 + 1 == 2.0 ** 53)
for operation in (lambda: 1 < 'a', lambda: [1] < (1,), lambda: None < 1, lambda: {} < {}, lambda: 1 in 5):
    try:
        print(operation())
    except TypeError as error:
        print('TypeError:', error)
