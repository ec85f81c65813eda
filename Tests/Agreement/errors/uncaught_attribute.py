class Robot:
    def __init__(self, name): self.name = name
print(Robot('R2').name)
print(Robot('R2').nmae)
