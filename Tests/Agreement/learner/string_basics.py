s = "Nuthatch"
print(s[0], s[-1], s[:3], s[3:], s[::-1], len(s), s.upper(), s.lower(), s.replace("hatch", "bird"), "hat" in s, s.find("t"), s.count("t"), s * 2, s + "!", s.startswith("Nut"))
for i, c in enumerate(s[:3]): print(i, c)
