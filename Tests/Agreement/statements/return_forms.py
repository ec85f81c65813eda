def nothing(): return
def several(): return 1, 2, *[3, 4]
def early(n):
    if n < 0: return 'negative'
    for i in range(n):
        if i == 3: return f'stopped at {i}'
    return 'ran out'
def implicit(n):
    if n: return n
print(nothing(), several(), early(-1), early(2), early(9), implicit(0), implicit(5))
