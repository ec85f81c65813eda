text = "hello world"
counts = {}
for c in text: counts[c] = counts.get(c, 0) + 1
print(counts, counts["l"], sorted(counts, key=counts.get, reverse=True)[:2])
for c in sorted(set(text) - {" "}): print(f"{c}: {'*' * text.count(c)}")
