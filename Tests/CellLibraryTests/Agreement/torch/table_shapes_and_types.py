import torch
from torch import tensor
import torch.nn.functional as F
t = torch.arange(6)
m = torch.arange(12.).reshape(3, 4)
f = tensor([1.5, -2.0, 3.25, 0.0])
expressions = '''
m.shape
m.size()
m.size(0)
m.ndim
len(m)
m.numel()
m.dtype
t.dtype
m.view(4, 3).shape
m.view(-1)
m.reshape(2, -1).shape
m.t().shape
m.T.shape
m.permute(1, 0).shape
m.unsqueeze(0).shape
m.unsqueeze(-1).squeeze(-1).shape
m.flatten().shape
t.float()
f.long()
f.int()
t.bool()
m.half().dtype
m.type(torch.int64).dtype
f.to(torch.float64)
f.numpy()
t.tolist()
torch.zeros(2, 3)
torch.ones(3, dtype=torch.int64)
torch.full((2,), 7.)
torch.eye(2)
torch.linspace(0, 1, 5)
torch.zeros_like(t)
tensor([[1, 2], [3, 4]])
tensor([True, False])
tensor(3.5)
tensor([])
tensor([1, 2.5])
t.repeat(2)
m.expand(2, 3, 4).shape
m[:, :2].contiguous().is_contiguous()
tensor([1e-5, 1.0])
tensor([1e10, 1.0])
tensor([1000000.0, 0.1])
torch.arange(0, 1, 0.25)
f.device
f.requires_grad
'''

for text in expressions.strip().splitlines():
    try:
        print(text, '->', repr(eval(text)))
    except Exception as error:
        print(text, '->', type(error).__name__)
