"""PyTorch's random numbers for RandomTests.swift: random.json. Each case starts from its own seed.

    python make_random.py      (needs torch; the committed file was made with torch 2.13)
"""
import json
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

cases = {
    "rand": lambda: torch.rand(3, 4),
    "randLong": lambda: torch.rand(1000)[-8:],
    "rand64": lambda: torch.rand(5, dtype=torch.float64),
    "randn": lambda: torch.randn(5),
    "randnLong": lambda: torch.randn(37),
    "randn64": lambda: torch.randn(20, dtype=torch.float64),
    "randnTwice": lambda: (torch.randn(3), torch.randn(3))[1],
    "randperm": lambda: torch.randperm(30),
    "randpermLong": lambda: torch.randperm(50_000)[:20],
    "randint": lambda: torch.randint(-5, 100, (12,)),
    "uniform": lambda: torch.empty(9).uniform_(-2, 3),
    "normal": lambda: torch.empty(20).normal_(1, 0.02),
    "bernoulli": lambda: torch.empty(20).bernoulli_(0.3),
    "bernoulliLong": lambda: torch.empty(500).bernoulli_(0.3)[-20:],
    "dropout": lambda: F.dropout(torch.ones(4, 5), 0.5, True),
    "dropoutLong": lambda: F.dropout(torch.ones(400), 0.25, True)[-20:],
    "multinomial": lambda: torch.tensor([0.1, 0.2, 0.3, 0.4]).multinomial(3),
    "multinomialReplaced": lambda: torch.tensor([0.1, 0.2, 0.3, 0.4]).multinomial(12, replacement=True),
    "exponential": lambda: torch.empty(6).exponential_(),
    "linearWeights": lambda: nn.Linear(3, 2).weight.detach(),
    "sequence": lambda: torch.cat([torch.rand(2), torch.randn(2), torch.randperm(3).float(), torch.rand(1)]),
}

out = {}
for name, make in cases.items():
    out[name] = []
    for seed in (0, 42, -1, 2**40 + 7):
        torch.manual_seed(seed)
        t = make()
        out[name].append({"shape": list(t.shape), "dtype": str(t.dtype).removeprefix("torch."), "values": [float(x) for x in t.flatten()]})
Path(__file__).with_name("random.json").write_text("{\n" + ",\n".join(f'"{k}": {json.dumps(v)}' for k, v in out.items()) + "\n}\n")
