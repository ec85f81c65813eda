scores = [3, 1, 'two']
print(scores)
scores.sort()
