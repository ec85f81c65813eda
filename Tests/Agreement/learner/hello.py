name = "Ada"
print("Hello, " + name + "!")
print("Hello,", name, "!")
print(f"Hello, {name}! You have {len(name)} letters.")
print("Hello, {}!".format(name.upper()), "-" * 10, sep="\n")
