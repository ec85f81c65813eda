n = 5
while n > 0:
    print(n, end=" ")
    n -= 1
print("liftoff")
total = 0
while total < 20:
    n += 1
    if n % 3: continue
    total += n
print(n, total)
