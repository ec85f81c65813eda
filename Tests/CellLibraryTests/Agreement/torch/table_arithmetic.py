import torch
from torch import tensor
import torch.nn.functional as F
t = torch.arange(6)
m = torch.arange(12.).reshape(3, 4)
f = tensor([1.5, -2.0, 3.25, 0.0])
expressions = '''
t + 1
t / 2
t // 2
t % 4
t ** 2
-t
m + tensor([1., 2., 3., 4.])
m * tensor([[1.], [2.], [3.]])
m - m.mean()
m @ m.t()
t + 0.5
f.abs()
f.exp()
f.sigmoid()
f.relu()
F.relu(f)
f.clamp(-1, 1)
f.round()
torch.where(f > 0, f, tensor(0.))
(f * 2).sqrt()
f > 0
t == 3
(t > 1) & (t < 4)
t.float() / 3
m.mm(m.T).shape
torch.matmul(m, torch.ones(4))
m + torch.ones(5)
1 / f
t.pow(3)
torch.dot(f, f)
'''

for text in expressions.strip().splitlines():
    try:
        print(text, '->', repr(eval(text)))
    except Exception as error:
        print(text, '->', type(error).__name__)
