def plot(x, y, *, colour="blue", size=1, **extra):
    return f"{x},{y} {colour} {size} {sorted(extra.items())}"
print(plot(1, 2), plot(y=2, x=1, size=3), plot(1, 2, colour="red", alpha=.5, label="l"))
options = {"size": 9, "zorder": 1}
print(plot(*(0, 0), **options))
