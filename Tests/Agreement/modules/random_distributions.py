import random
r = random.Random(0)
print([r.randrange(10) for _ in range(5)], [round(r.random(), 6) for _ in range(3)], r.choice('xyz'), r.sample(range(20), 4), r.choices(['a', 'b'], [1, 3], k=6))
l = list('abcdef')
r.shuffle(l)
print(l, round(r.gauss(0, 1), 6), round(r.uniform(-1, 1), 6), r.getrandbits(8), round(r.expovariate(2), 6), r.randint(-5, 5), round(r.triangular(1, 5, 2), 6), round(r.lognormvariate(0, 1), 6), round(r.paretovariate(3), 6), round(r.weibullvariate(1, 2), 6), r.randbytes(3))
