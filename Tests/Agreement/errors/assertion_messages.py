def check(condition, *message):
    try:
        assert condition, message[0] if message else None
    except AssertionError as error:
        return error.args
    return 'ok'
print(check(True), check(False), check(0, 'zero'), check([], [1, 2]))
try:
    assert False
except AssertionError as error:
    print(repr(error), str(error) == '')
