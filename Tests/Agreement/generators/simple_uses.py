def count(n):
    while n:
        yield n
        n -= 1
print(list(count(3)), sum(count(4)), tuple(count(2)), max(count(5)), sorted(count(3)), [*count(2)], dict(enumerate(count(2))), 2 in count(3), list(map(str, count(2))))
a, b = count(2)
print(a, b, ','.join(str(x) for x in count(3)), list(zip(count(2), count(3))))
