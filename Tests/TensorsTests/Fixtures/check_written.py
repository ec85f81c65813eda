"""Reads with PyTorch what WeightFileTests.swift wrote: check_written.py FOLDER WEIGHTS."""
import sys
from pathlib import Path

import torch
from safetensors.torch import load_file

folder, weights = Path(sys.argv[1]), Path(sys.argv[2])


def same(one, other):
    assert list(one) == list(other) or set(one) == set(other), (list(one), list(other))
    for name in one:
        assert one[name].dtype == other[name].dtype and torch.equal(one[name], other[name]), name


values = torch.load(folder / "values.pth", weights_only=True)
same(values["model"], torch.load(weights / "dtypes.pth", weights_only=True))
assert values["text"] == "ü" and values["none"] is None
assert values["list"] == [-3, 1 << 40, 0.1, True, b"\x00\xc8"], values["list"]
assert values["tuple"] == (1, ())
state = torch.load(folder / "state.pth", weights_only=True)
original = torch.load(weights / "zip.pth", weights_only=True)
assert list(state) == list(original)
same(state, original)
assert state["tied.weight"].data_ptr() == state["body.weight"].data_ptr()
same(torch.load(folder / "state.pth", weights_only=True, mmap=True), original)
same(load_file(folder / "state.safetensors"), original)
