from itertools import *
print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 2], max)), list(accumulate([1, 2], initial=10)), list(chain('ab', [1])), list(chain.from_iterable([[1], [2, 3]])))
print(list(combinations('abc', 2)), list(combinations_with_replacement('ab', 2)), list(permutations([1, 2, 3], 2)), list(product('ab', repeat=2)), list(product([1], 'xy')))
print(list(compress('abcd', [1, 0, 1, 0])), list(dropwhile(lambda x: x < 3, [1, 4, 2])), list(filterfalse(lambda x: x % 2, range(5))), list(islice(count(10, 5), 3)), list(repeat('x', 2)))
print([(k, list(g)) for k, g in groupby('aabccc')], [(k, len(list(g))) for k, g in groupby([1, 1, 3, 5, 2], key=lambda n: n % 2)], list(starmap(pow, [(2, 3), (3, 2)])))
a, b = tee([1, 2, 3])
print(next(a), list(b), list(a), list(zip_longest('abc', [1], fillvalue='-')), list(pairwise('abcd')), list(takewhile(str.isalpha, 'ab1c')), list(islice('abcdefg', 2, None, 2)))
def roundrobin(*its):
    pending = len(its)
    nexts = cycle(iter(it).__next__ for it in its)
    while pending:
        try:
            for n in nexts: yield n()
        except StopIteration:
            pending -= 1
            nexts = cycle(islice(nexts, pending))
print(list(roundrobin('abc', 'd', 'ef')), sum(1 for _ in permutations(range(5))), len(list(product(range(3), repeat=4))))
def grouper(it, n): return zip_longest(*[iter(it)] * n)
print(list(grouper('abcdefg', 3)), list(islice(cycle('xy'), 5)), next(count(5)))
