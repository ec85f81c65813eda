import torch
from torch import tensor
t = tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
print(t.sum(), t.mean(), t.std(), t.var(), t.max(), t.min(), t.prod(), t.argmax(), t.argmin(), t.norm(), t.median())
print(t.sum(0), t.sum(dim=1), t.mean(0), t.mean(dim=1, keepdim=True), t.sum(-1), t.sum((0, 1)), t.std(0), t.var(0, unbiased=False))
print(t.max(0), t.max(dim=1).values, t.max(1)[1], t.min(dim=1), t.argmax(dim=1), t.argmax(1, keepdim=True))
values, indices = t.max(dim=1)
print(values, indices)
print(torch.sum(t), torch.mean(t), torch.max(t), torch.argmax(t, dim=1), torch.mean(t, dim=0), torch.std(t))
print((t > 2).sum(), (t > 2).float().mean(), (t > 0).all(), (t > 5).any(), t.cumsum(0), t.cumsum(dim=1))
print(tensor([3, 1, 2]).sort(), tensor([3, 1, 2]).argsort(), tensor([3, 1, 2]).sort(descending=True).values, torch.topk(tensor([1.0, 5.0, 3.0]), 2))
print(tensor([1, 2, 3]).sum(), tensor([1, 2, 3]).float().mean(), tensor([1, 1, 2]).unique(), torch.bincount(tensor([0, 1, 1])))
try:
    tensor([1, 2]).mean()
except RuntimeError as error:
    print(error)
