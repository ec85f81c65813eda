import torch
from torch import tensor
x = tensor(3.0).requires_grad_()
y = x ** 2
print(x, y, x.requires_grad, y.requires_grad, x.grad)
y.backward()
print(x.grad)
def f(x): return (x ** 2).sum()
x = tensor([3.0, 4.0, 10.0]).requires_grad_()
y = f(x)
print(y)
y.backward()
print(x.grad, x.grad.data)
x.grad.zero_()
f(x).backward()
print(x.grad)
x.grad = None
print(x.grad)
with torch.no_grad():
    print((x * 2).requires_grad, x * 2)
    x -= 0.1
print(x, x.detach(), x.data, (x * 2).detach().requires_grad)
print(x + 1, x.mean(), x @ x, x.exp(), x[0], (x * x).sum(), x.relu(), x.sqrt(), x / 2, -x)
w = torch.zeros(2, requires_grad=True)
for step in range(3):
    loss = ((w * tensor([1.0, 2.0])).sum() - 5) ** 2
    loss.backward()
    with torch.no_grad():
        w -= 0.05 * w.grad
        w.grad.zero_()
    print(step, loss.item(), w)
@torch.no_grad()
def g(x): return x * 2
print(g(w))
try:
    w.numpy()
except RuntimeError as error:
    print(error)
try:
    tensor([1.0, 2.0]).backward()
except RuntimeError as error:
    print(error)
try:
    tensor([1]).requires_grad_()
except RuntimeError as error:
    print(error)
