import torch
print(torch.manual_seed(42) is not None)
print(torch.rand(3), torch.rand(2, 2), torch.randn(3), torch.randn(2, 3), torch.randperm(10), torch.randint(0, 10, (5,)), torch.randint(5, (2, 2)))
torch.manual_seed(0)
print(torch.rand(20).mean(), torch.randn(20), torch.rand_like(torch.zeros(2)), torch.randn_like(torch.zeros(2)))
torch.manual_seed(7)
a = torch.rand(2)
torch.manual_seed(7)
print((a == torch.rand(2)).all(), torch.bernoulli(torch.full((4,), 0.5)), torch.normal(0.0, 1.0, (3,)), torch.empty(3).uniform_(-1, 1), torch.empty(3).normal_(0, 2), torch.multinomial(torch.tensor([0.1, 0.9]), 1))
