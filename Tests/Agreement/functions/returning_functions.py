def power(n):
    def inner(x): return x ** n
    return inner
square, cube = power(2), power(3)
print(square(4), cube(2), [p(3) for p in map(power, range(4))], power(0.5)(16))
def twice(f): return lambda x: f(f(x))
print(twice(square)(3), twice(twice(lambda x: x + 1))(0), twice(str.strip)('  a '))
def chain(*fs):
    def run(x):
        for f in fs: x = f(x)
        return x
    return run
print(chain(int, bin, len)('255'), chain()(5))
