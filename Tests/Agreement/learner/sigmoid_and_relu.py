import math
def sigmoid(x): return 1 / (1 + math.exp(-x))
def relu(x): return max(0, x)
for x in (-2, -0.5, 0, 0.5, 2): print(x, round(sigmoid(x), 4), relu(x), round(math.tanh(x), 4))
def softmax(xs):
    es = [math.exp(x) for x in xs]
    return [e / sum(es) for e in es]
print([round(p, 3) for p in softmax([1, 2, 3])], round(sum(softmax([5, 1])), 10))
