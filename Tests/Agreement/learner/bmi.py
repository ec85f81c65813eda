people = [("Ada", 1.70, 65), ("Bob", 1.80, 95)]
for name, h, w in people:
    b = w / h ** 2
    kind = "under" if b < 18.5 else "normal" if b < 25 else "over"
    print(f"{name:<5}{b:6.1f} {kind}")
