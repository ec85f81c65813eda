x = 5
print(1 < x < 10, 1 < x > 3, 1 < x < 3, 10 > x >= 5 == 5, x == 5 == 5.0, 1 < 2 < 3 < 4, 1 < 3 < 2)
def loud(n):
    print('eval', n)
    return n
print(loud(1) < loud(2) < loud(3))
print(loud(3) < loud(2) < loud(1))
print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], (1, 'a') < (1, 'b'), 'abc' < 'abd', 'Z' < 'a', {1, 2} < {1, 2, 3}, {1} <= {1}, [] < [0])
print(1 == 1.0 == True, 0 == False, '1' == 1, None == 0, [1] == (1,), {1: 2} == {1: 2.0}, 'a' != 'b', 1 is not None)
for bad in (lambda: 1 < 'a', lambda: [1] < (1,), lambda: None < 1, lambda: {} < {}, lambda: 'a' > 1):
    try:
        bad()
    except TypeError as error:
        print(error)
print(float('nan') == float('nan'), [float('nan')] == [float('nan')], max([3, 1, 2]), min('hello'))
