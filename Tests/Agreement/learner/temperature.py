for c in range(-10, 41, 10):
    f = c * 9 / 5 + 32
    print(c, "C is", f, "F", "cold" if c < 10 else "warm")
print(round((98.6 - 32) * 5 / 9, 1))
