import torch
import torch.nn.functional as F
from torch import tensor
logits, labels = tensor([[1.0, 2.0], [3.0, 0.5]]), tensor([1, 0])
print(F.cross_entropy(logits, labels), F.softmax(logits, dim=1), F.relu(tensor([-1.0, 2.0])), F.mse_loss(tensor([1.0]), tensor([3.0])), F.l1_loss(tensor([1.0]), tensor([3.0])))
print(F.binary_cross_entropy(tensor([0.5]), tensor([1.0])), F.binary_cross_entropy_with_logits(tensor([0.5]), tensor([1.0])), F.nll_loss(F.log_softmax(logits, dim=1), labels), F.one_hot(labels, 2))
print(F.sigmoid(tensor([0.0])), F.pad(tensor([1.0, 2.0]), (1, 1)), F.linear(tensor([1.0, 2.0]), tensor([[1.0, 1.0]]), tensor([0.5])))
