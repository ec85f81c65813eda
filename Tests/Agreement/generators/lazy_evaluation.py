def noisy(n):
    for i in range(n):
        print('make', i)
        yield i
for x in noisy(5):
    if x == 1: break
first = next(noisy(3))
pairs = zip(noisy(2), 'ab')
print(next(pairs), first)
squares = (x * x for x in noisy(2))
print('nothing yet')
print(list(squares))
