from itertools import product, permutations, combinations, chain, accumulate, count, islice, cycle, takewhile
print(len(list(product('ab', [1, 2, 3]))), [''.join(p) for p in permutations('abc', 2)], list(combinations([1, 2, 3, 4], 2)), list(accumulate('abc')), list(islice((x * x for x in count(1)), 5)))
print(sum(1 for a, b in product(range(1, 7), repeat=2) if a + b == 7), [sum(c) for c in combinations([1, 5, 10], 2)], list(chain(*[[1], [2, 3]])), ''.join(islice(cycle('ab'), 5)), list(takewhile(lambda x: x < 20, accumulate(count(1)))))
powerset = lambda s: chain.from_iterable(combinations(s, r) for r in range(len(s) + 1))
print(list(powerset('xyz')))
