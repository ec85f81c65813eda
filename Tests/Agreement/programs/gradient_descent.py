def f(w, b, xs): return [w * x + b for x in xs]
def loss(w, b, xs, ys): return sum((p - y) ** 2 for p, y in zip(f(w, b, xs), ys)) / len(xs)
xs = [0, 1, 2, 3, 4]
ys = [1, 3, 5, 7, 9]
w, b, lr = 0.0, 0.0, 0.05
for epoch in range(200):
    preds = f(w, b, xs)
    dw = sum(2 * (p - y) * x for p, y, x in zip(preds, ys, xs)) / len(xs)
    db = sum(2 * (p - y) for p, y in zip(preds, ys)) / len(xs)
    w, b = w - lr * dw, b - lr * db
    if epoch % 50 == 0: print(f'{epoch:3d} loss {loss(w, b, xs, ys):.6f} w {w:.4f} b {b:.4f}')
print(round(w, 3), round(b, 3), round(loss(w, b, xs, ys), 6))
def derivative(g, x, h=1e-6): return (g(x + h) - g(x - h)) / (2 * h)
print(round(derivative(lambda x: x ** 3, 2), 4), round(derivative(lambda x: 1 / x, 4), 5))
import math
x = 1.0
for _ in range(6):
    x -= (x * x - 2) / (2 * x)
print(x, abs(x - math.sqrt(2)) < 1e-12)
def bisect(g, lo, hi):
    while hi - lo > 1e-9:
        mid = (lo + hi) / 2
        lo, hi = (mid, hi) if g(mid) < 0 else (lo, mid)
    return round(lo, 6)
print(bisect(lambda x: x ** 2 - 5, 0, 5), bisect(lambda x: math.cos(x) * -1, 0, 3))
