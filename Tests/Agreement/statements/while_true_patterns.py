def digits(n):
    out = []
    while True:
        n, d = divmod(n, 10)
        out.append(d)
        if not n: break
    return out[::-1]
print(digits(0), digits(9075))
items, seen = [3, 3, 1, 2, 1], set()
while items and items[-1] not in seen: seen.add(items.pop())
print(items, seen)
n = 0
while n < 10:
    n += 1
    if n % 2: continue
    if n > 6: break
    print(n, end=' ')
else: print('else')
print(n)
