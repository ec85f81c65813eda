from itertools import *
print(list(islice(count(3, 2), 4)), list(islice(cycle('ab'), 5)), list(repeat(7, 3)), list(chain([1], 'ab', (2,))), list(chain.from_iterable(['ab', 'c'])))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 2], max)), list(accumulate([1, 2], initial=10)))
print(list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(filterfalse(None, [0, 1, '', 'a'])), list(compress('abcd', [1, 0, 1, 0])))
print(list(starmap(pow, [(2, 3), (3, 2)])), list(zip_longest('abc', [1], fillvalue='-')), list(pairwise('abcd')))
print(list(product('ab', [1, 2])), list(product([0, 1], repeat=2)), len(list(product(range(5), range(4), range(3)))))
print(list(permutations('abc', 2)), list(combinations('abcd', 2)), list(combinations_with_replacement('ab', 3)), list(permutations([1, 2, 3]))[-1])
print([(key, list(group)) for key, group in groupby('aaabbca')], {k: len(list(g)) for k, g in groupby(sorted(['bb', 'a', 'cc', 'd'], key=len), key=len)})
first, second = tee([1, 2, 3]); print(next(first), list(second), list(first))
print(list(islice('abcdefg', 2, None, 2)), list(islice('abcdefg', 3)), list(islice([], 5)), sum(islice(count(1), 100)))
for call in [lambda: list(islice([1], -1)), lambda: list(product([1], repeat=-1)), lambda: list(combinations([1], -1)), lambda: count('a')]:
    try: call()
    except (ValueError, TypeError) as error: print(type(error).__name__, error)
