"""The peer's side of StepBenchmark: the same network, batch and optimiser in PyTorch with fastai's Adam.

    step.py ARCHITECTURE BATCH STEPS
"""
import statistics
import sys
import time

import torch
from fastai.optimizer import Adam

name, batch, steps = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
if name == "efficientnet_lite0":
    import timm

    network = timm.create_model(name, num_classes=2)
else:
    import torchvision

    network = getattr(torchvision.models, name)(num_classes=2)
torch.manual_seed(0)
data, target = torch.randn(batch, 3, 224, 224), torch.randint(0, 2, (batch,))
optimiser = Adam(network.parameters(), lr=1e-3, mom=0.9, sqr_mom=0.99, eps=1e-5, wd=0.01)
loss = torch.nn.CrossEntropyLoss()


def step():
    loss(network(data), target).backward()
    optimiser.step()
    optimiser.zero_grad()


def predict():
    with torch.no_grad():
        network(data[:1]).softmax(1).tolist()


def median(count, body):
    body()
    times = []
    for _ in range(count):
        start = time.perf_counter()
        body()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


training = median(steps, step)
network.eval()
print(f"RESULT step={training} predict={median(steps * 4, predict)}")
