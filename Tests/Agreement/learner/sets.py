a, b = set("abracadabra"), set("alacazam")
print(sorted(a), sorted(a - b), sorted(a | b), sorted(a & b), sorted(a ^ b), len(a), "b" in a)
a.add("z"); a.discard("q")
print("z" in a, a >= {"a"}, sorted({x for x in "hello" if x not in "lo"}))
