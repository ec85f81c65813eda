#!/usr/bin/env python3
"""Writes what fastai's DynamicUnet computes with weights that both sides can make: value k of a tensor is
((k * 7919 + length) % 1009 / 1009 - .5) * scale, where scale keeps activations in measure. Run in this folder."""
import json
import pathlib
import warnings

warnings.filterwarnings("ignore")
from fastai.vision.all import *
from torchvision.models import resnet18 as plain18

here = pathlib.Path(__file__).resolve().parent


def fill(model):
    for name, tensor in model.state_dict().items():
        if name.endswith("num_batches_tracked"): continue
        n = tensor.numel()
        values = ((torch.arange(n, dtype=torch.float64) * 7919 + n) % 1009) / 1009 - 0.5
        if name.endswith("running_var"): values = values.abs() + 1
        elif tensor.dim() > 1: values = values * 3 / math.sqrt(tensor[0].numel())
        elif name.endswith(".weight"): values = values + 1
        with torch.no_grad(): tensor.copy_(values.view_as(tensor).float())


def picture(height, width):
    k = torch.arange(3 * height * width, dtype=torch.float64)
    return ((k * 37 % 251) / 125 - 1).view(1, 3, height, width).float()


facts = {}
for name, settings in {"plain": {}, "attentive": dict(self_attention=True, blur=True, bottle=False)}.items():
    body = create_body(plain18(weights=None), 3, False, -2)
    model = DynamicUnet(body, 5, (64, 64), **settings).eval()
    fill(model)
    with torch.no_grad():
        output = model(picture(64, 64))
        odd = model(picture(70, 90))
    flat = output.flatten()
    facts[name] = {
        "names": list(model.state_dict()),
        "shapes": [list(t.shape) for t in model.state_dict().values()],
        "values": flat[:: flat.numel() // 200][:200].tolist(), "mean": flat.mean().item(),
        "odd_shape": list(odd.shape), "odd": odd.flatten()[:: odd.numel() // 50][:50].tolist(),
        "groups": [len(g) for g in model_meta[resnet18]["split"](model)],
    }
(here / "unet.json").write_text(json.dumps(facts) + "\n")
