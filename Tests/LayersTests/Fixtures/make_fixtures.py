"""Writes what PyTorch, torchvision, timm and fastai compute, for LayersTests to compare with.

Needs: pip install fastai timm. Run in this folder.
"""
import json

import timm
import torch
import torchvision
from fastai.vision.all import apply_init, create_body, create_head, num_features_model


def facts(model):
    """Keys in order, each with its shape and its sum as a double."""
    return [[key, list(value.shape), value.double().sum().item()] for key, value in model.state_dict().items()]


def run(model, size=64):
    """Outputs in evaluation and in training, the gradient sums of some parameters, statistics afterwards."""
    torch.manual_seed(1)
    x = torch.rand(6, 3, size, size)
    with torch.no_grad():
        evaluated = model.eval()(x).flatten()[:20].tolist()
    out = model.train()(x)
    out.square().mean().backward()
    gradients = {name: p.grad.double().abs().sum().item() for name, p in model.named_parameters()}
    names = [name for name, _ in model.named_parameters()]
    return {
        "evaluated": evaluated,
        "trained": out.detach().flatten()[:20].tolist(),
        "gradients": {name: gradients[name] for name in names[:: max(1, len(names) // 6)]},
        "statistics": {name: b.double().sum().item() for name, b in list(model.named_buffers())[-3:]},
    }


def entry(model):
    return {"state": facts(model), **run(model)}


result = {}
for name in ["resnet18", "resnet34", "resnet50"]:
    torch.manual_seed(42)
    result[name] = entry(getattr(torchvision.models, name)())
torch.manual_seed(42)
lite = timm.create_model("efficientnet_lite0")
torch.manual_seed(42)  # timm's own start draws in another order from version to version
apply_init(lite, torch.nn.init.kaiming_normal_)
result["efficientnet_lite0"] = entry(lite)

# fastai's head on a body, with its own initialisation.
torch.manual_seed(42)
body = create_body(torchvision.models.resnet18(), pretrained=False, cut=-2)
features = num_features_model(body)  # it draws random numbers
torch.manual_seed(7)
head = create_head(features, 3)
model = torch.nn.Sequential(body, head)
apply_init(model[1], torch.nn.init.kaiming_normal_)
for layer in model.modules():
    if isinstance(layer, torch.nn.Dropout):
        layer.p = 0.0
result["vision"] = entry(model)
json.dump(result, open("layers.json", "w"), indent=0)
