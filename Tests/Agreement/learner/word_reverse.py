s = "the quick brown fox"
print(" ".join(reversed(s.split())), s[::-1], " ".join(w[::-1] for w in s.split()), s.title(), "".join(w[0] for w in s.split()))
print(sorted(s.split(), key=len), max(s.split(), key=len), len(s.split()), s.split("o"))
