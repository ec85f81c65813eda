def area(w, h=1):
    """The area of a rectangle."""
    return w * h
print(area(3), area(3, 4), area(h=2, w=5), area.__doc__)
def greet(*names, greeting="Hi"):
    for n in names:
        print(greeting, n)
greet("Ada", "Bob", greeting="Hello")
greet()
print(greet("x"))
