import re
names = ["great_pyrenees_173.jpg", "Bengal_12.jpg", "samoyed_1.jpg", "bad.txt"]
pattern = re.compile(r"(.+)_\d+\.jpg$")
print([m.group(1) if (m := pattern.match(n)) else None for n in names], [n for n in names if not pattern.search(n)], [re.findall(r"\d+", n) for n in names])
