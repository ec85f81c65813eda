people = [('Ada', 36, 'math'), ('Bob', 25, 'art'), ('Cid', 36, 'art'), ('Dee', 19, 'math')]
print(sorted(people, key=lambda p: p[1]))
print(sorted(people, key=lambda p: (-p[1], p[0]), reverse=False))
print(sorted(people, key=lambda p: p[2], reverse=True))
from operator import itemgetter, attrgetter, methodcaller
print(sorted(people, key=itemgetter(2, 1)), max(people, key=itemgetter(1)), list(map(itemgetter(0), people)))
words = ['banana', 'Apple', 'cherry', 'apple', 'date']
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=lambda w: (len(w), w)))
words.sort(key=lambda w: w[-1])
print(words)
words.sort(reverse=True)
print(words, sorted('hello'), sorted({3, 1, 2}), sorted({'b': 1, 'a': 2}), list(reversed([1, 2])))
from functools import cmp_to_key
print(sorted([5, 2, 8, 1], key=cmp_to_key(lambda a, b: b - a)), sorted(['10', '9', '1'], key=int))
print(sorted([True, False, 2, 0.5]), sorted([(1, 'b'), (1, 'a')]), sorted([[2], [1, 5], [1]]))
try:
    sorted([1, 'a'])
except TypeError as error:
    print(error)
