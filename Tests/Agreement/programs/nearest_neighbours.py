from math import dist
from collections import Counter
points = [((1, 1), 'a'), ((1, 2), 'a'), ((2, 1), 'a'), ((6, 6), 'b'), ((7, 6), 'b'), ((6, 7), 'b'), ((4, 4), 'c')]
def classify(p, k=3):
    nearest = sorted(points, key=lambda item: dist(p, item[0]))[:k]
    return Counter(label for _, label in nearest).most_common(1)[0][0]
print([classify(p) for p in [(0, 0), (8, 8), (2, 2), (5, 6)]], classify((4, 5), k=1))
def kmeans(data, centres, rounds=5):
    for _ in range(rounds):
        groups = {i: [] for i in range(len(centres))}
        for p in data:
            groups[min(groups, key=lambda i: dist(p, centres[i]))].append(p)
        centres = [tuple(round(sum(c) / len(g), 2) for c in zip(*g)) if g else centres[i] for i, g in groups.items()]
    return centres, {i: len(g) for i, g in groups.items()}
print(kmeans([p for p, _ in points], [(0, 0), (10, 10)]))
accuracy = sum(classify(p, 4) == label for p, label in points) / len(points)
print(f'{accuracy:.2%}')
