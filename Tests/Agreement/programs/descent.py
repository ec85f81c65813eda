# Fitting a line and a parabola by gradient descent, without any library.
def f(x): return 3 * x ** 2 + 2 * x + 1
def mae(preds, acts): return sum(abs(p - a) for p, a in zip(preds, acts)) / len(acts)
def mse(preds, acts): return sum((p - a) ** 2 for p, a in zip(preds, acts)) / len(acts)
xs = [i / 10 - 1 for i in range(21)]
noise = [((i * 7919) % 13 - 6) / 20 for i in range(21)]
ys = [f(x) + n for x, n in zip(xs, noise)]
def quad(a, b, c): return lambda x: a * x ** 2 + b * x + c
def loss(params): return mse([quad(*params)(x) for x in xs], ys)
def gradient(params, eps=1e-5):
    base = loss(params)
    return [(loss([p + eps * (i == j) for j, p in enumerate(params)]) - base) / eps for i in range(len(params))]
params, rate = [0.0, 0.0, 0.0], 0.2
for epoch in range(200):
    params = [p - rate * g for p, g in zip(params, gradient(params))]
    if epoch % 50 == 0: print(f'epoch {epoch:3}: loss {loss(params):.4f}, params {[round(p, 3) for p in params]}')
print([round(p, 2) for p in params], f'{mae([quad(*params)(x) for x in xs], ys):.3f}')
def relu(x): return x if x > 0 else 0.0
class Neuron:
    def __init__(self, weights, bias): self.weights, self.bias = weights, bias
    def __call__(self, inputs): return relu(sum(w * x for w, x in zip(self.weights, inputs)) + self.bias)
layer = [Neuron([1, -1], 0), Neuron([-1, 1], 0)]
xor = lambda a, b: sum(n([a, b]) for n in layer)
print([(a, b, xor(a, b)) for a in (0, 1) for b in (0, 1)])
