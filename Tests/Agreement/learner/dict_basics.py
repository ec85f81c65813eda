ages = {"Ada": 36}
ages["Bob"] = 25
ages["Ada"] += 1
print(ages, ages["Ada"], ages.get("Cid"), ages.get("Cid", 0), "Bob" in ages)
for name, age in ages.items():
    print(f"{name} is {age}")
del ages["Bob"]
print(len(ages), list(ages.keys()), list(ages.values()))
