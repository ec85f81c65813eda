marks = {"Ada": [90, 80], "Bob": [70, 75, 80], "Cid": [100]}
for name in sorted(marks):
    m = marks[name]
    print(f"{name}: {sum(m) / len(m):.2f}", "best" if max(m) == 100 else "")
best = max(marks, key=lambda n: sum(marks[n]) / len(marks[n]))
print(best, sum(sum(m) for m in marks.values()))
