for n in range(2, 12):
    for d in range(2, n):
        if n % d == 0:
            print(n, 'is', d, '*', n // d)
            break
    else:
        print(n, 'is prime')
for x in []:
    pass
else:
    print('empty loop', 'x' in dir())
for i in range(3):
    if i == 1:
        continue
    print(i)
else:
    print('done', i)
while i < 5:
    i += 1
    if i == 4: break
else:
    print('never')
print(i)
for a, b in zip([1, 2], 'xy'): print(a, b)
for ch in 'hi': print(ch, end=' ')
print()
for k in {'a': 1, 'b': 2}: print(k)
for _ in range(0): print('no')
nums = [1, 2, 3]
for n in nums[:]:
    if n == 2: nums.remove(n)
print(nums)
try:
    for x in 5: pass
except TypeError as error:
    print(error)
d = {1: 1}
try:
    for k in d: d[k + 1] = 1
except RuntimeError as error:
    print(error)
