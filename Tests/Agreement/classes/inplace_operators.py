class Acc:
    def __init__(self): self.log = []
    def __iadd__(self, o): self.log.append(('+', o)); return self
    def __isub__(self, o): self.log.append(('-', o)); return self
    def __imul__(self, o): return f'replaced by {o}'
    def __ilshift__(self, o): self.log.append(('<<', o)); return self
a = Acc()
a += 1; a -= 2; a <<= 3
print(a.log)
a *= 4
print(a)
