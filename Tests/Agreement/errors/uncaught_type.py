total = 0
for x in [1, 2.5, None, 3]:
    total += x
    print(total)
