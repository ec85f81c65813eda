import torch
from torch import tensor
import torch.nn.functional as F
t = torch.arange(6)
m = torch.arange(12.).reshape(3, 4)
f = tensor([1.5, -2.0, 3.25, 0.0])
expressions = '''
t.sum()
f.mean()
f.std()
f.var()
f.max()
f.argmax()
m.sum(0)
m.sum(dim=1)
m.mean(1, keepdim=True)
m.max(dim=1)
m.max(0).values
m.min(1).indices
m.argmax(dim=1)
f.sort()
f.argsort(descending=True)
f.topk(2)
m.norm()
t.prod()
t.cumsum(0)
f.median()
(f > 0).sum()
(f > 0).any()
(f > 0).all()
(f > 0).float().mean()
torch.unique(tensor([3, 1, 3]))
F.softmax(f, dim=0)
F.log_softmax(f, dim=0)
torch.stack([f, f]).shape
torch.cat([f, f])
f.sum().item()
'''

for text in expressions.strip().splitlines():
    try:
        print(text, '->', repr(eval(text)))
    except Exception as error:
        print(text, '->', type(error).__name__)
