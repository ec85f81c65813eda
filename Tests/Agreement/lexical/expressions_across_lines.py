result = sum([
    n
    for n
    in range(10)
    if n % 2
])
d = {
    'a':
        1,
    'b': (
        2
    ),
}
f = (lambda x:
     x + 1)
print(result, d, f(1), [1,
2], (3
,))
