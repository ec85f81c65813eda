series = [10, 12, 11, 15, 18, 17, 21]
def moving_average(xs, n): return [round(sum(xs[i:i + n]) / n, 2) for i in range(len(xs) - n + 1)]
def changes(xs): return [b - a for a, b in zip(xs, xs[1:])]
def exponential(xs, alpha):
    level, out = xs[0], []
    for x in xs:
        level = alpha * x + (1 - alpha) * level
        out.append(round(level, 3))
    return out
print(moving_average(series, 3), changes(series), exponential(series, 0.5))
ups = sum(c > 0 for c in changes(series))
streak = best = 0
for c in changes(series):
    streak = streak + 1 if c > 0 else 0
    best = max(best, streak)
print(ups, best, max(range(len(series)), key=series.__getitem__), series.index(max(series)))
low, high = min(series), max(series)
for level in range(high, low - 1, -4):
    print(f'{level:>3} ' + ''.join('*' if x >= level else ' ' for x in series))
