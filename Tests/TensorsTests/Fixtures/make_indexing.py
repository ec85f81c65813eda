"""What PyTorch reads and writes by x[...]: indexing.json for IndexingTests.swift.

    python make_indexing.py      (needs torch; made with torch 2.13)

An item is a number, true or false, null (a new axis), "...", "start:end:step" or {"tensor": nested list}.
"""
import itertools
import json
import random
import warnings
from pathlib import Path

import torch

warnings.simplefilter("ignore")
random.seed(11)
shape = (3, 4, 5)


def python(item):
    if item == "...":
        return ...
    if isinstance(item, str):
        return slice(*[int(p) if p else None for p in item.split(":")])
    if isinstance(item, dict):
        return torch.tensor(item["tensor"])
    return item


mask2 = [[(r * c) % 2 == 0 for c in range(4)] for r in range(3)]
choices = [0, 1, -1, 2, None, "...", ":", "1:", ":-1", "::2", "1:3", "5:1", "-2:", {"tensor": [0, 2, 1]}, {"tensor": [[0, 1], [2, 0]]},
           {"tensor": [-1]}, {"tensor": 1}, {"tensor": mask2}, {"tensor": [True, False, True]}, {"tensor": [True, False, True, True]}, True, False, 7, -4,
           {"tensor": [9]}, "::0", "::-1", {"tensor": [0.5]}]
picks = [[c] for c in choices] + [list(p) for p in itertools.product(choices[:9] + choices[13:15], repeat=2)]
picks += [random.sample(choices[:22], random.randint(2, 5)) for _ in range(400)]
picks += [[{"tensor": mask2}, c] for c in choices] + [[":", {"tensor": [True, False, True, True]}, c] for c in choices] + [[]]

cases = []
for items in picks:
    if sum(1 for i in items if i == "...") > 1:
        continue
    case = {"items": items}
    x = torch.arange(60).reshape(shape)
    try:
        got = x[tuple(python(i) for i in items)]
        case["shape"], case["values"] = list(got.shape), got.flatten().tolist()
        x[tuple(python(i) for i in items)] = -7
        case["after"] = x.flatten().tolist()
    except (IndexError, ValueError) as error:
        case["error"] = str(error)
    cases.append(case)
Path(__file__).with_name("indexing.json").write_text("[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]\n")
errors = {c["error"] for c in cases if "error" in c}
print(len(cases), *sorted(errors), sep="\n")
