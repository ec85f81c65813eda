def nothing(): pass
def bare(): return
def several(): return 1, 'two', [3]
def early(x):
    if x: return 'early'
    for i in range(5):
        if i == 3: return i
print(nothing(), bare(), several(), early(1), early(0))
a, b, c = several()
print(a, b, c)
def nested():
    def inner(): return 'inner'
    return inner()
print(nested())
def in_loop():
    for i in range(3):
        for j in range(3):
            if i * j == 2: return i, j
print(in_loop())
def generator_or_not(flag):
    return (x for x in range(3)) if flag else [0]
print(list(generator_or_not(True)), generator_or_not(False))
def unreachable():
    return 'reached'
    print('never')
print(unreachable())
