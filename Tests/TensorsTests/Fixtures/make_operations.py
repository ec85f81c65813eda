"""What PyTorch gives for the operations that OperationsTests.swift calls: operations.json.

    python make_operations.py      (needs torch; the committed file was made with torch 2.13)
"""
import json
from pathlib import Path

import torch
import torch.nn.functional as F

a = torch.tensor([[0.5, -1.25, 2.0], [3.5, 0.25, -0.75]])
b = torch.tensor([[1.5, 2.0, -0.5], [0.25, 4.0, 1.0]])
v = torch.tensor([3.0, 1.0, 2.0])
i = torch.tensor([[2, 0, 1], [1, 1, 0]])
k = torch.tensor([3, 1, 1, 0, 3])
m = torch.tensor([[True, False, True], [False, True, False]])
square = torch.tensor([[4.0, 1.0], [2.0, 3.0]])
image = torch.arange(48.0).reshape(1, 3, 4, 4).sin()
weight = torch.arange(54.0).reshape(2, 3, 3, 3).cos()
target = torch.tensor([2, 0])
unit = torch.sigmoid(b)

cases = {
    "add": a + b, "sub": a - 2, "mul": a * b, "div": a / b, "remainder": a % 2, "floorDivide": a // b,
    "pow": b.abs() ** 1.5, "powTensor": b.abs() ** a, "powScalar": torch.pow(2, a), "rsub": 1 - a,
    "eq": i == 1, "lt": a < b, "and": i & 1, "or": i | 4, "xor": i ^ 3, "shiftLeft": i << 2, "shiftRight": i >> 1,
    "isClose": torch.isclose(a, a + 1e-9), "logicalAnd": m.logical_and(a > 0), "logicalOr": m.logical_or(a > 0),
    "logicalXor": m.logical_xor(a > 0), "lerp": a.lerp(b, 0.25), "clamp": a.clamp(-1, 1), "clampMin": a.clamp(min=0),
    "maximum": torch.maximum(a, b), "minimum": torch.minimum(a, b), "where": torch.where(m, a, b),
    "bitwiseNot": ~i, "logicalNot": ~m, "matmul": a @ b.T, "dot": v.dot(v), "outer": v.outer(v),
    "einsum": torch.einsum("ij,kj->ik", a, b), "norm": a.norm(), "normDims": a.norm(1, dim=[1]),
    "tril": a.tril(), "triu": a.triu(1), "diag": square.diag(), "diagVector": v.diag(), "trace": square.trace(),
    "inverse": square.inverse(), "determinant": square.det(), "solve": torch.linalg.solve(square, a),
    "leastSquares": torch.linalg.lstsq(a.T, v[:, None]).solution, "singular": torch.linalg.svd(a).S,
    "distances": torch.cdist(a, b), "cosine": F.cosine_similarity(a, b),
    "sum": a.sum(), "sumDims": a.sum([0], keepdim=True), "mean": a.mean(), "meanDims": a.mean([1]), "prod": a.prod(),
    "prodDim": a.prod(1), "max": a.max(), "maxDim": a.max(1).values, "argmax": a.argmax(), "argmaxDim": a.argmax(0),
    "argmin": a.argmin(1), "std": a.std(), "stdDims": a.std([1], unbiased=False), "variance": a.var(),
    "varianceDims": a.var([0]), "median": a.median(), "medianDim": a.median(1).values, "all": m.all(),
    "anyDim": m.any(0), "allDim": m.all(1), "amax": a.amax([0]), "amin": a.amin([0, 1]),
    "quantile": a.quantile(torch.tensor([0.25, 0.5])), "logSumExp": a.logsumexp([1]), "cumsum": a.cumsum(1),
    "cumprod": a.cumprod(0), "sort": a.sort(1).values, "argsort": a.argsort(1, descending=True),
    "topk": a.topk(2, 1).indices, "bincount": k.bincount(), "countNonzero": i.count_nonzero(),
    "histogram": a.histc(4, -2, 4), "unique": k.unique(), "uniqueCounts": k.unique(return_counts=True)[1],
    "nonzero": m.nonzero(), "reshape": a.reshape(3, -1), "flatten": image.flatten(1)[:, :5], "permute": a.permute(1, 0),
    "squeeze": a[None].squeeze(0), "unsqueeze": v.unsqueeze(1), "expand": v.expand(2, 3), "repeated": v.repeat(2, 2),
    "flip": a.flip([1]), "select": a.select(1, 2), "slice": a[:, 0:3:2], "narrow": a.narrow(1, 1, 2), "t": a.t(),
    "moveDimension": image.movedim(1, 3)[0, 0], "roll": a.roll([1], [1]), "rollAll": a.roll([1]),
    "repeatInterleave": v.repeat_interleave(2), "padConstant": F.pad(a, [1, 0, 0, 1], value=9),
    "padReflect": F.pad(image, [1, 1, 1, 1], mode="reflect")[0, 0], "cat": torch.cat([a, b], 1),
    "stack": torch.stack([a, b], 2), "split": a.split(2, 1)[1], "splitSizes": a.split([1, 2], 1)[1],
    "chunk": a.chunk(2, 1)[0], "unbind": a.unbind(1)[2], "meshgrid": torch.meshgrid(v, v[:2], indexing="ij")[0],
    "indexSelect": a.index_select(1, torch.tensor([2, 2, 0])), "gather": a.gather(1, i), "index": a[:, torch.tensor([1, 0])],
    "indexMask": a[m], "maskedSelect": a.masked_select(m), "maskedFill": a.masked_fill(m, -9),
    "scatter": a.scatter(1, i[:1], b[:1]), "scatterAdd": a.scatter_add(1, i, b),
    "indexAdd": a.index_add(0, torch.tensor([1, 1]), b),
    "neg": -a, "round": (a * 2).round(), "roundDigits": (a / 3).round(decimals=2), "trunc": a.trunc(), "frac": a.frac(),
    "exp": a.exp(), "expm1": a.expm1(), "log1p": b.abs().log1p(), "rsqrt": b.abs().rsqrt(), "erf": a.erf(),
    "atan": a.atan(), "sinh": a.sinh(), "tanh": a.tanh(), "sigmoid": a.sigmoid(), "logSigmoid": F.logsigmoid(a),
    "relu": a.relu(), "relu6": F.relu6(a * 3), "leakyRelu": F.leaky_relu(a), "elu": F.elu(a), "gelu": F.gelu(a),
    "geluTanh": F.gelu(a, approximate="tanh"), "silu": F.silu(a), "mish": F.mish(a), "hardswish": F.hardswish(a),
    "hardsigmoid": F.hardsigmoid(a), "softplus": F.softplus(a), "softmax": a.softmax(1), "logSoftmax": a.log_softmax(0),
    "conv2d": F.conv2d(image, weight, stride=2, padding=1), "conv1d": F.conv1d(image[0].permute(1, 0, 2), weight[0], padding=1),
    "convTranspose2d": F.conv_transpose2d(F.conv2d(image, weight), weight, stride=2, output_padding=1),
    "linear": F.linear(a, b, torch.tensor([1.0, 2.0])),
    "batchNorm": F.batch_norm(image, torch.tensor([.1, .2, .3]), torch.tensor([1., 2., 3.]), v, v),
    "layerNorm": F.layer_norm(a, [3], v, v), "groupNorm": F.group_norm(image, 1), "instanceNorm": F.instance_norm(image),
    "embedding": F.embedding(k, torch.arange(8.0).reshape(4, 2)), "oneHot": F.one_hot(k),
    "maxPool2d": F.max_pool2d(image, 3, 2, 1), "maxPool2dCeil": F.max_pool2d(image, 3, 2, ceil_mode=True),
    "avgPool2d": F.avg_pool2d(image, 3, 2, 1, count_include_pad=False), "adaptiveAvgPool2d": F.adaptive_avg_pool2d(image, 1),
    "adaptiveMaxPool2d": F.adaptive_max_pool2d(image, 2), "upsampleNearest": F.interpolate(image, [6, 6])[0, 0],
    "interpolate": F.interpolate(image, [6, 6], mode="bilinear")[0, 0], "pixelShuffle": F.pixel_shuffle(torch.arange(16.).reshape(1, 4, 2, 2), 2),
    "gridSample": F.grid_sample(image, F.affine_grid(torch.tensor([[[.8, .2, 0.], [-.2, .8, .1]]]), [1, 3, 4, 4], align_corners=True),
                                padding_mode="reflection", align_corners=True)[0, 0],
    "crossEntropy": F.cross_entropy(a, target), "crossEntropyWeighted": F.cross_entropy(a, target, weight=v, reduction="none"),
    "crossEntropySmoothed": F.cross_entropy(a, target, label_smoothing=0.1), "crossEntropyIgnoring": F.cross_entropy(a, target, ignore_index=2),
    "nllLoss": F.nll_loss(a.log_softmax(1), target), "bceLogits": F.binary_cross_entropy_with_logits(a, unit, pos_weight=v),
    "bce": F.binary_cross_entropy(unit, m.float()), "mse": F.mse_loss(a, b), "l1": F.l1_loss(a, b, reduction="sum"),
    "smoothL1": F.smooth_l1_loss(a, b, beta=0.5), "klDivergence": F.kl_div(a.log_softmax(1), unit, reduction="sum"),
    "arange": torch.arange(2, 9, 3), "linspace": torch.linspace(0, 1, 5), "eye": torch.eye(3), "full": torch.full([2], 7.0),
}

out = {name: {"shape": list(t.shape), "dtype": str(t.dtype).removeprefix("torch."), "values": [float(x) for x in t.flatten()]}
       for name, t in cases.items()}
text = ",\n".join(f'"{name}": {json.dumps(case)}' for name, case in out.items())
Path(__file__).with_name("operations.json").write_text("{\n" + text + "\n}\n")
