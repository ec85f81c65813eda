secret, low, high, tries = 37, 1, 100, 0
while True:
    guess = (low + high) // 2
    tries += 1
    print(f"{tries}: {guess}", end=" ")
    if guess == secret:
        print("correct!")
        break
    print("too low" if guess < secret else "too high")
    low, high = (guess + 1, high) if guess < secret else (low, guess - 1)
