a, b = [1, 2], {'k': 1}
print([*a, *a], (*a, 0), {*a, 3}, {**b, 'z': 2}, [*range(2), *'hi', *b], [*{}, *()], (*'ab',), {**{}, **b}, [[*x] for x in ('ab', 'c')], max(*a, 5))
x = *a, *b
print(x)
