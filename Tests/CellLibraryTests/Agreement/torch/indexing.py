import torch
from torch import tensor
t = torch.arange(12).reshape(3, 4)
print(t[0], t[-1], t[0, 1], t[:, 1], t[1:], t[:2, 1:3], t[..., 0], t[:, -1], t[::2], t[:, ::2])
print(t[0][1], t[None].shape, t[:, None].shape, t[[0, 2]], t[tensor([0, 2])], t[[0, 1], [1, 2]], t[t > 5])
print(t[t[:, 0] > 2], t[1, :], t[1:2, 0], t[True].shape)
u = t.clone()
u[0] = 0; u[1, 2] = 99; u[:, 3] = tensor([7, 8, 9]); u[u > 90] = -1
print(u, t)
v = t[0]; v[0] = 100
print(t)
a, b, c = torch.arange(3)
print(a, b, c)
print([row.sum().item() for row in t], len(t), t[tensor(1)], t[1][tensor(2)])
print(t.index_select(0, tensor([2, 0])), t.gather(1, tensor([[0], [1], [2]])), t.masked_fill(t > 5, 0))
print(torch.nonzero(tensor([0, 1, 2])), tensor([0, 1]).nonzero())
for x in (lambda: t[5], lambda: t[0, 9], lambda: t[0, 0, 0], lambda: tensor([1, 2]) + tensor([1, 2, 3])):
    try:
        x()
    except (IndexError, RuntimeError) as error:
        print(type(error).__name__, error)
