class Dog:
    def __init__(self, name):
        self.name = name
        self.tricks = []
    def add_trick(self, trick):
        self.tricks.append(trick)
    def __str__(self):
        return f"{self.name} can {' and '.join(self.tricks) or 'do nothing'}"
d, e = Dog("Fido"), Dog("Buddy")
d.add_trick("roll over"); d.add_trick("play dead")
print(d, e, d.tricks, sep="\n")
