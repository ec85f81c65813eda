readings = {'mon': [12.5, 14.0, 9.5], 'tue': [15.25, 18.0], 'wed': []}
for day, temps in readings.items():
    if not temps:
        print(f'{day}: no data')
        continue
    low, high, mean = min(temps), max(temps), sum(temps) / len(temps)
    bar = '=' * round(mean)
    print(f'{day}: {low:>5.1f} to {high:>5.1f}, mean {mean:6.2f} {bar}')
everything = [t for ts in readings.values() for t in ts]
warm = [d for d, ts in readings.items() if any(t > 15 for t in ts)]
print(sorted(everything), warm, round(sum(everything) / len(everything), 3), {d: len(ts) for d, ts in readings.items()})
