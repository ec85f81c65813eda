import inspect
def g():
    x = yield 'a'
    yield f'got {x}'
gen = g()
print(inspect.isgenerator(gen), inspect.isgeneratorfunction(g), next(gen), gen.send(5), next(gen, 'none'), list(gen))
gen = g()
gen.close()
print(next(gen, 'closed'))
gen = g()
try:
    gen.throw(ValueError('early'))
except ValueError as error:
    print('threw', error)
print(list(gen))
