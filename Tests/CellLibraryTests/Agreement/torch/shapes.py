import torch
from torch import tensor
t = torch.arange(12)
print(t.view(3, 4), t.view(-1, 6), t.reshape(2, -1), t.view(2, 2, 3).shape, t.view((4, 3)).shape)
x = torch.zeros(1, 3, 1)
print(x.squeeze().shape, x.squeeze(0).shape, x.unsqueeze(0).shape, x.unsqueeze(-1).shape, x.flatten().shape)
y = torch.arange(6).reshape(2, 3)
print(y.T, y.t(), y.transpose(0, 1), y.permute(1, 0), y.flip(0), y.repeat(2, 1), y.expand(2, 2, 3).shape)
print(torch.cat([y, y], dim=1), torch.stack([y, y]).shape, torch.stack([y, y], dim=-1).shape, y.split(1), y.chunk(3, dim=1), torch.flatten(y))
print(y.contiguous().is_contiguous(), y.T.is_contiguous(), y.clone().add_(1), y, y.stride(), y.numel())
print(tensor([1, 2])[:, None] * tensor([3, 4])[None], torch.tril(torch.ones(2, 2)), torch.triu(torch.ones(2, 2)))
try:
    t.view(5, 3)
except RuntimeError as error:
    print(error)
