import random
random.seed(3)
def step(x): return 1 if x >= 0 else 0
class Perceptron:
    def __init__(self, n): self.weights = [random.uniform(-1, 1) for _ in range(n + 1)]
    def __call__(self, *inputs): return step(sum(w * x for w, x in zip(self.weights, (1, *inputs))))
    def train(self, data, rate=0.1, epochs=50):
        for epoch in range(epochs):
            errors = 0
            for inputs, target in data:
                delta = target - self(*inputs)
                if delta:
                    errors += 1
                    self.weights = [w + rate * delta * x for w, x in zip(self.weights, (1, *inputs))]
            if not errors: return epoch
        return None
grid = [(a, b) for a in (0, 1) for b in (0, 1)]
for name, rule in [('and', lambda a, b: a & b), ('or', lambda a, b: a | b), ('nand', lambda a, b: 1 - (a & b)), ('xor', lambda a, b: a ^ b)]:
    p = Perceptron(2)
    learned = p.train([((a, b), rule(a, b)) for a, b in grid])
    print(name, learned is not None, [p(a, b) for a, b in grid] == [rule(a, b) for a, b in grid])
print([round(w, 4) for w in Perceptron(2).weights])
