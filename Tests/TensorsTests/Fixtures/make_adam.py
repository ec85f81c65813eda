"""Parameters after steps of fastai's Adam: adam.json for AdamTests.swift.

    python make_adam.py      (needs torch and fastai; made with torch 2.13 and fastai 2.8.12)
"""
import json
from pathlib import Path

import torch
from fastai.optimizer import Adam

start = torch.tensor([[1.0, -2.0, 0.5], [3.0, 0.25, -1.5]])
gradients = [start * 0.1, start.flip(1) - 0.3, torch.full_like(start, -0.7), start * start]
out = []
for lr, mom, sqr_mom, eps, wd in [(1e-3, 0.9, 0.99, 1e-5, 0.01), (0.1, 0.95, 0.999, 1e-8, 0.0), (2e-2, 0.85, 0.9, 1e-3, 0.3)]:
    p = torch.nn.Parameter(start.clone())
    optimiser = Adam([p], lr=lr, mom=mom, sqr_mom=sqr_mom, eps=eps, wd=wd)
    steps = []
    for gradient in gradients:
        p.grad = gradient.clone()
        optimiser.step()
        steps.append(p.detach().flatten().tolist())
    out.append({"lr": lr, "mom": mom, "sqr_mom": sqr_mom, "eps": eps, "wd": wd, "steps": steps})
Path(__file__).with_name("adam.json").write_text("[\n" + ",\n".join(json.dumps(c) for c in out) + "\n]\n")
