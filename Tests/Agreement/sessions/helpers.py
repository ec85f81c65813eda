def show(title, items):
    print(title.upper().center(20, "-"))
    for i, item in enumerate(items, 1): print(f"{i:>3}. {item}")
show("birds", ["owl", "jay"])
show("nothing", [])
show("pairs", zip("ab", [1, 2]))
show("dict", {"k": 1}.items())
