class Shape:
    def __init__(self, sides, *, name): self.sides, self.name = sides, name
print(Shape(3, name='triangle').name)
Shape(4, 'square')
