n, steps = 27, 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
print(steps)
stack = [1, [2, [3, [4]]]]
flat = []
while stack:
    item = stack.pop(0)
    if isinstance(item, list):
        stack = item + stack
        continue
    flat.append(item)
print(flat)
a, b = 48, 36
while b:
    a, b = b, a % b
else:
    print('gcd', a)
count = 0
while True:
    count += 1
    if count < 5: continue
    break
print(count)
guess, low, high = 50, 0, 100
tries = []
while guess != 37:
    tries.append(guess)
    if guess < 37: low = guess
    else: high = guess
    guess = (low + high) // 2
print(tries, guess)
