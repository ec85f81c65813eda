import torch
from torch import nn, optim
import torch.nn.functional as F

torch.manual_seed(7)
layer = nn.Linear(3, 2)
print(layer)
print(layer.weight)
print(layer.bias.shape, layer.weight.requires_grad)
x = torch.randn(4, 3)
print(layer(x))
print(isinstance(layer, nn.Module), isinstance(layer, nn.ReLU))

net = nn.Sequential(nn.Linear(3, 5), nn.ReLU(), nn.Linear(5, 1))
print(net)
print(len(net), net[0], net[-1], len(net[:2]))
print([tuple(p.shape) for p in net.parameters()])
print([name for name, p in net.named_parameters()])
print(list(net.state_dict()))
print(sum(p.numel() for p in net.parameters()))


class Two(nn.Module):
    def __init__(self, hidden):
        super().__init__()
        self.first = nn.Linear(3, hidden)
        self.scale = nn.Parameter(torch.ones(hidden))
        self.second = nn.Linear(hidden, 1)
        self.name = 'two'

    def forward(self, x, twice=False):
        x = F.relu(self.first(x)) * self.scale
        return self.second(x) * (2 if twice else 1)


two = Two(4)
print(two)
print(sorted(name for name, p in two.named_parameters()))
print(two(x).shape, two(x, twice=True).shape)
print(torch.allclose(two(x, twice=True), two(x) * 2))
print([type(m).__name__ for m in two.children()])
print(two.training, two.eval().training, two.first.training)
two.train()
deep = nn.Sequential(two, nn.Sigmoid())
print(deep(x).shape, len(list(deep.parameters())))

y = torch.tensor([[1.], [0.], [1.], [0.]])
for make in [lambda p: optim.SGD(p, lr=0.1), lambda p: optim.SGD(p, lr=0.1, momentum=0.9, weight_decay=0.01),
             lambda p: optim.Adam(p, lr=0.05), lambda p: optim.Adam(p, lr=0.05, weight_decay=0.1),
             lambda p: optim.AdamW(p, lr=0.05)]:
    torch.manual_seed(3)
    model = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 1))
    opt = make(model.parameters())
    loss_func = nn.MSELoss()
    losses = []
    for step in range(6):
        loss = loss_func(model(x), y)
        loss.backward()
        opt.step()
        opt.zero_grad()
        losses.append(round(loss.item(), 4))
    print(losses)
print(model[0].weight.grad)

opt = optim.SGD(model.parameters(), lr=0.5)
opt.param_groups[0]['lr'] = 0.
before = model[0].weight.detach().clone()
F.mse_loss(model(x), y).backward()
opt.step()
print(torch.equal(before, model[0].weight))

logits = torch.tensor([[2., 1., 0.], [0., 1., 0.]])
print(nn.CrossEntropyLoss()(logits, torch.tensor([0, 2])), nn.CrossEntropyLoss(reduction='sum')(logits, torch.tensor([0, 2])))
print(nn.BCEWithLogitsLoss()(logits[:, 0], torch.tensor([1., 0.])), nn.L1Loss()(logits[0], logits[1]))

torch.manual_seed(1)
conv = nn.Conv2d(1, 2, 3, padding=1, stride=2)
print(conv, conv(torch.ones(1, 1, 6, 6)).shape)
print(nn.MaxPool2d(2)(torch.arange(16.).view(1, 1, 4, 4)))
print(nn.Flatten()(torch.zeros(2, 3, 4)).shape, nn.Dropout(0.2))
torch.manual_seed(5)
emb = nn.Embedding(4, 2)
print(emb(torch.tensor([1, 3])))

seen = []
handle = net[1].register_forward_hook(lambda module, inputs, output: seen.append((type(module).__name__, output.shape)))
net(x)
handle.remove()
net(x)
print(seen)

w = nn.Parameter(torch.tensor([1., 2.]))
print(w, w * 2)
other = nn.Sequential(nn.Linear(3, 5), nn.ReLU(), nn.Linear(5, 1))
other.load_state_dict(net.state_dict())
print(torch.equal(other(x), net(x)))


class Bare(nn.Module):
    pass


try:
    Bare()(x)
except NotImplementedError as error:
    print('NotImplementedError', str(error)[:40])
try:
    layer.nothing
except AttributeError as error:
    print(error)
try:
    net.append_all
except AttributeError as error:
    print(error)
parts = nn.ModuleList([nn.Linear(3, 3) for _ in range(2)])
print(len(parts), [type(p).__name__ for p in parts])
from torch.utils.data import TensorDataset, DataLoader
loader = DataLoader(TensorDataset(x, y), batch_size=3)
print([tuple(b.shape for b in batch) for batch in loader], len(loader))
