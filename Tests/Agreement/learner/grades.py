def grade(p):
    if p >= 90: return "A"
    elif p >= 80: return "B"
    elif p >= 70: return "C"
    return "F"
scores = [95, 82, 71, 40, 90]
print([grade(s) for s in scores])
counts = {}
for s in scores: counts[grade(s)] = counts.get(grade(s), 0) + 1
print(counts, sorted(counts.items()))
