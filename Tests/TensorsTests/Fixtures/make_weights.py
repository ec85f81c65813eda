"""Weight files as PyTorch and fastai write them, and hostile ones, for WeightFileTests.swift.

    python make_weights.py      (needs torch, safetensors, fastai; made with torch 2.13, fastai 2.8.12)
"""
import os
import pickle
import struct
import zipfile
from collections import OrderedDict
from pathlib import Path

import numpy as np
import torch
from torch import nn

here = Path(__file__).parent / "weights"
here.mkdir(exist_ok=True)


def model():
    """Values without a generator: a layer, its normalisation, a channels-last kernel, a shared storage."""
    state = OrderedDict()
    state["body.weight"] = torch.arange(12.0).reshape(3, 4) / 8
    state["body.bias"] = torch.tensor([-1.0, 0.5, 2.0])
    state["norm.num_batches_tracked"] = torch.tensor(7)
    state["conv.weight"] = torch.arange(24.0).reshape(2, 3, 2, 2).to(memory_format=torch.channels_last)
    state["tied.weight"] = state["body.weight"]
    state["tied.row"] = state["body.weight"][1]
    return state


state = model()
torch.save(state, here / "zip.pth")
torch.save(state, here / "legacy.pth", _use_new_zipfile_serialization=False)
torch.save({"model": state, "opt": None, "epoch": 3, "note": "ü", "big": [1 << 40, -5, 1.5, True, (), (1, 2)]}, here / "checkpoint.pth")
torch.save({"p": nn.Parameter(torch.ones(2)), "frozen": nn.Parameter(torch.zeros(1), requires_grad=False)}, here / "parameters.pth")
torch.save({str(t).removeprefix("torch."): torch.tensor([0, 1, 2, 3]).to(t) for t in
            [torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64, torch.float16, torch.float32, torch.float64, torch.bool, torch.bfloat16]},
           here / "dtypes.pth")
torch.save(state, here / "protocol4.pth", pickle_protocol=4)
torch.save({"empty": torch.zeros(0, 3), "scalar": torch.tensor(2.5)}, here / "shapes.pth")

from safetensors.torch import save_file

save_file({k: v.contiguous().clone() for k, v in state.items()}, here / "model.safetensors", metadata={"format": "pt"})

# The same zip with the bytes of each number reversed, as a big-endian machine writes it.
with zipfile.ZipFile(here / "zip.pth") as source, zipfile.ZipFile(here / "big_endian.pth", "w", zipfile.ZIP_STORED) as out:
    sizes = {"0": 4, "1": 4, "2": 8, "3": 4}
    for name in source.namelist():
        data = source.read(name)
        key = name.rsplit("/", 1)[1]
        if "/data/" in name:
            width = sizes[key]
            data = b"".join(data[i:i + width][::-1] for i in range(0, len(data), width))
        if key == "byteorder":
            data = b"big"
        out.writestr(name, data)

from fastai.basics import *
from fastai.callback.all import *

torch.manual_seed(1)
x, y = torch.randn(32, 3), torch.randint(0, 2, (32,))
data = list(zip(x, y))
learn = Learner(DataLoaders(DataLoader(data, bs=16), DataLoader(data, bs=16)),
                nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Linear(4, 2)), loss_func=nn.CrossEntropyLoss(),
                splitter=lambda m: [list(m[0].parameters()), list(m[1].parameters()) + list(m[2].parameters())])
with learn.no_bar(), learn.no_logging():
    learn.fit_one_cycle(1, slice(1e-4, 1e-3))
save_model(here / "fastai.pth", learn.model, learn.opt)

# Hostile or foreign files.


class Evil:
    def __reduce__(self):
        return os.system, ("touch /tmp/nuthatch-was-here",)


torch.save({"a": torch.ones(1), "b": Evil()}, here / "evil.pth")
torch.save({"a": torch.ones(1), "b": Evil()}, here / "evil_legacy.pth", _use_new_zipfile_serialization=False)
torch.save(nn.Linear(2, 2), here / "module.pth")
pickle.dump({"a": 1}, open(here / "plain.pkl", "wb"), protocol=2)
torch.jit.save(torch.jit.script(nn.Linear(1, 1)), here / "script.pt")
with zipfile.ZipFile(here / "deflated.pth", "w", zipfile.ZIP_DEFLATED) as out:
    with zipfile.ZipFile(here / "zip.pth") as source:
        for name in source.namelist():
            out.writestr(name, source.read(name))
