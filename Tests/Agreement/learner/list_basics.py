birds = ["owl", "tit", "jay"]
birds.append("wren")
birds.insert(1, "nuthatch")
print(birds, len(birds), birds[0], birds[-1], birds[1:3])
birds.remove("tit")
birds.sort()
print(birds, "owl" in birds, birds.index("owl"))
last = birds.pop()
print(last, birds, [b.title() for b in birds], max(birds, key=len))
