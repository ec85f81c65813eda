import random
random.seed(42)
print(random.random(), random.randint(1, 100), random.choice('abcdef'), random.uniform(1, 2), random.sample(range(100), 5), random.choices('xyz', k=4), random.gauss(0, 1), random.randrange(0, 100, 5))
items = list(range(10))
random.shuffle(items)
print(items, random.choices([1, 2], weights=[9, 1], k=5), random.triangular(0, 1), random.expovariate(1), random.getrandbits(16), random.normalvariate(5, 2))
r = random.Random(7)
print([r.randint(0, 9) for _ in range(10)], r.random(), r.sample(['a', 'b', 'c'], 2))
state = random.getstate()
a = random.random()
random.setstate(state)
print(a == random.random())
for bad in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.sample([1], 2), lambda: random.randrange(0), lambda: random.choices([], k=1)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
random.seed('text')
print(random.random(), random.randint(0, 10 ** 20))
