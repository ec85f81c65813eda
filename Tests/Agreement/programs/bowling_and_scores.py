def score(rolls):
    total = i = 0
    for frame in range(10):
        if rolls[i] == 10:
            total += 10 + rolls[i + 1] + rolls[i + 2]
            i += 1
        elif rolls[i] + rolls[i + 1] == 10:
            total += 10 + rolls[i + 2]
            i += 2
        else:
            total += rolls[i] + rolls[i + 1]
            i += 2
    return total
print(score([10] * 12), score([0] * 20), score([5, 5] * 10 + [5]), score([3, 4] * 10))
results = {'Ada': [90, 85, 77], 'Bob': [60, 71], 'Cid': []}
for name, marks in results.items():
    try:
        average = sum(marks) / len(marks)
    except ZeroDivisionError:
        print(f'{name:>5}: no marks')
    else:
        print(f'{name:>5}: {average:6.2f} {"*" * int(average // 10)}')
ranking = sorted(((sum(m) / len(m), n) for n, m in results.items() if m), reverse=True)
print(ranking, dict(enumerate(ranking, 1))[1][1])
