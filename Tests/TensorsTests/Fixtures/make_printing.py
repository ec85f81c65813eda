"""How PyTorch and numpy print: printing_torch.json and printing_numpy.json for PrintingTests.swift.

    python make_printing.py      (needs torch and numpy; made with torch 2.13 and numpy 2.4)
"""
import base64
import json
from pathlib import Path

import numpy as np
import torch

torch.manual_seed(7)
inf, nan = float("inf"), float("nan")

tensors = [torch.tensor(t) for t in [
    [[1.0, 2.0]], 1.0, 3, True, [True, False], [1, -22, 333], [], [[]], [0.0, -0.0], [0.1, 0.25], [1e-5, 1.0], [1e8, 1.0],
    [1e9, 2e9], [1e-4], [0.0001, 0.05], [1.0, 1001.0], [0.5, 501.0], [inf, 1.0], [nan, 2.5], [-inf, nan], [inf], [nan], [1.0, inf, nan],
    [123456.789], [0.99999], [99999.0, 1.0], [1e20], [-1.5, 22.25, 1000.125], [[[1, 2], [3, 4]], [[5, 6], [7, 8]]], 1e-10, 0.333333,
    [3.4028e38, 1.0], [1e-40], [2.0**24, 1.0], [0.5], [100000.0], [-1.0, -2.0],
]]
tensors += [torch.arange(n) for n in (20, 30, 1000, 1001, 1200)] + [torch.arange(40.0), torch.arange(24.0).reshape(2, 3, 4)]
tensors += [torch.randn(s) * k for s, k in [((3,), 1), ((15,), 1), ((2, 12), 100), ((4, 4), 1e-6), ((2, 2, 3), 1e4), ((1001,), 1), ((8, 130), 10), ((2, 1, 600), 1), ((40, 5, 6), 1), ((7, 7), 1e9)]]
tensors += [torch.arange(5).to(d) for d in (torch.uint8, torch.int8, torch.int16, torch.int32, torch.float16, torch.float64, torch.bfloat16)]
tensors += [torch.randn(3, 3).to(d) for d in (torch.float16, torch.float64, torch.bfloat16)]
tensors += [torch.zeros(0, 3), torch.zeros(2, 0, dtype=torch.int64), torch.zeros(0, dtype=torch.bool), torch.zeros(2, 2), torch.ones(1, 1, 1),
            torch.randint(0, 2, (3, 17)).bool(), torch.randint(-1000, 1000, (30,)), torch.randint(-1000, 1000, (9, 200)), torch.zeros(3, dtype=torch.float64),
            torch.full((3, 28), 0.5, dtype=torch.float16), torch.randn(18).to(torch.float16), torch.randn(7, 4, 9, 6)]
tensors += [torch.randn(torch.randint(1, 9, (int(torch.randint(1, 4, ())),)).tolist()) * 10.0 ** float(torch.randint(-5, 6, ())) for _ in range(40)]
tensors += [torch.randn(5).exp().mul(10.0 ** k).round() for k in range(10)]


def case(data, text, **more):
    array = data.view(torch.int16).numpy() if isinstance(data, torch.Tensor) and data.dtype == torch.bfloat16 else np.asarray(data)
    return {"bytes": base64.b64encode(np.ascontiguousarray(array).tobytes()).decode(), "shape": list(data.shape),
            "dtype": str(data.dtype).removeprefix("torch."), "text": text, **more}


out = [case(t, repr(t)) for t in tensors]
out += [case(t, repr(t.clone().requires_grad_()), requires_grad=True) for t in
        [torch.randn(2, 3), torch.randn(9), torch.ones(3), torch.zeros(0, 3), torch.randn(2, dtype=torch.float64), torch.randn(1005), torch.tensor(2.0), torch.randn(10), torch.randn(8)]]
for options in [{"precision": 2}, {"threshold": 5}, {"edgeitems": 1, "threshold": 5}, {"linewidth": 40}, {"sci_mode": True}, {"sci_mode": False}, {"precision": 8, "linewidth": 120}]:
    torch.set_printoptions(**options)
    out += [case(t, repr(t), options=options) for t in [torch.randn(12), torch.arange(20), torch.randn(4, 9) * 1e-3, torch.arange(12.0).reshape(3, 4)]]
    torch.set_printoptions(profile="default")
write = lambda name, cases: Path(__file__).with_name(name).write_text("[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]\n")
write("printing_torch.json", out)

random = np.random.default_rng(3)
arrays = [np.array(a) for a in [
    [1.0, 2.0], [[1, 2], [3, 4]], 1.5, 3, True, [True, False], [0.1, 0.25, 1 / 3], [], [[]], [1e-5, 1.0], [1e8, 1.0], [1e16], [123456789.0], [99999999.0],
    [1.0, 1000.0], [1.0, 1001.0], [inf, 1.0], [nan, 2.5], [-inf, nan], [nan], [inf, 1e10], [1e-300, 1e300], [-1.5, 22.25], [0.0, -0.0], [1e100], 1e-10, 1e20, 0.1,
    [2.0], [0.123456789012], [1234.56789012345], [[[1.5]]], [-1, 22, -333], [0.5, nan, -inf, 1e9], [1e-5, 2.5e-5], 5e-324, [0.00001234, 12],
]]
arrays += [np.arange(n) for n in (10, 30, 1000, 1001)] + [np.arange(n, dtype=float) for n in (20, 40, 2000)]
arrays += [np.array([1, 2, 3], d) for d in ("uint8", "int8", "int16", "int32", "float16", "float32", "float64")]
arrays += [np.array([0.1, 1 / 3, 100], d) for d in ("float16", "float32")] + [np.array([1e5, 0.1], "float32"), np.array([1e6, 1.0], "float32"), np.array([0.0001], "float32"), np.array([0.0001, 0.5], "float32"), np.array([1024.0, 3.0], "float16"), np.array([0.1, 1.2345679e10], "float32")]
arrays += [random.normal(size=s) * k for s, k in [((3,), 1), ((15,), 1), ((2, 12), 100), ((4, 4), 1e-6), ((2, 2, 3), 1e4), ((1001,), 1), ((8, 130), 10), ((40, 5, 6), 1), ((3, 3), 1e9)]]
arrays += [np.zeros((0, 3)), np.zeros((2, 0), int), np.zeros(0, bool), np.zeros((2, 2)), np.ones((1, 1, 1)), random.integers(0, 2, (3, 17)).astype(bool), random.integers(-1000, 1000, 30), np.zeros(0, "float32")]
for _ in range(60):
    a = random.normal(size=random.integers(1, 8, random.integers(1, 4))) * 10.0 ** random.integers(-6, 9)
    arrays.append(a.astype(random.choice(["float64", "float32"])))
arrays += [np.round(random.normal(size=6) * 10.0 ** k, 3) for k in range(6)]
write("printing_numpy.json", [case(a, repr(a), plain=str(a)) for a in arrays])
