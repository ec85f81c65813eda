import torch
from torch import tensor
import torch.nn.functional as F
t = torch.arange(6)
m = torch.arange(12.).reshape(3, 4)
f = tensor([1.5, -2.0, 3.25, 0.0])
expressions = '''
t[0]
t[-1]
t[1:4]
t[::2]
t[[0, 2]]
t[t > 2]
m[1]
m[1, 2]
m[:, 1]
m[1:, 2:]
m[..., 0]
m[[0, 2], [1, 3]]
m[:, None].shape
m[None].shape
m[m > 6]
t[10]
m[0].tolist()
m[1, 1].item()
m[-1]
m[tensor([0, 2])]
'''

for text in expressions.strip().splitlines():
    try:
        print(text, '->', repr(eval(text)))
    except Exception as error:
        print(text, '->', type(error).__name__)
