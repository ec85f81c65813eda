count = 0
def bump(n=1):
    global count
    count += n
    return count
results = [bump(), bump(5), bump(-2)]
print(results, count, [bump() for _ in range(3)])
assert count == 7, count
