raw = [" Ada ,36", "bob,x", "", "CID, 40 ", "dee"]
clean, bad = [], []
for line in raw:
    try:
        name, age = line.split(",")
        clean.append((name.strip().title(), int(age)))
    except ValueError as error:
        bad.append((line, str(error)))
print(clean)
for b in bad: print(b)
