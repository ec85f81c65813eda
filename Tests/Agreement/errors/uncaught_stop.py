def numbers():
    yield 1
n = numbers()
print(next(n))
next(n)
