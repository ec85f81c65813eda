def fact(n):
    if n < 0: raise ValueError("negative")
    return 1 if n == 0 else n * fact(n - 1)
for n in (0, 1, 5, 20, 30): print(n, fact(n))
try: fact(-1)
except ValueError as e: print("error:", e)
