assert True
assert 1 + 1 == 2, 'math works'
def check(n):
    assert isinstance(n, int), f'{n!r} is no integer'
    assert n > 0
    return n
for value in (5, 'x', -1):
    try:
        print(check(value))
    except AssertionError as error:
        print('failed:', error, error.args)
try:
    assert [], ('tuple', 'message')
except AssertionError as error:
    print(error.args)
assert (False, 'always true') is not None
assert 2 > 3, 'the end'
