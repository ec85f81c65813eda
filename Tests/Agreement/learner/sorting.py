items = [5, 2, 9, 1]
print(sorted(items), items)
items.sort(reverse=True)
print(items, sorted(["b", "A", "c"]), sorted(["b", "A", "c"], key=str.lower))
people = [("Ada", 36), ("Bob", 25)]
print(sorted(people, key=lambda p: p[1]), min(people, key=lambda p: p[1])[0])
