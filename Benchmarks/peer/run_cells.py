"""The peer's side of a comparison: runs a file of cells under fastai as `nuthatch run FILE -p name=value` does.

Usage: python run_cells.py FILE [name=value ...]

A parameter replaces the assignment of the same name in the file's first cell. Two things are made equal
on both sides: folders are listed in sorted order, so that a seed gives the same split, and
`vision_learner(dls, 'efficientnet_lite0')` takes the packaged weights ($LITE0_WEIGHTS), which have the
same shapes in the same order as timm's model under other names.
"""
import ast
import os
import re
import sys


def cells(text):
    return [part for part in re.split(r"(?m)^# %%.*$", text) if part.strip()]


def with_parameters(source, parameters):
    for name, value in parameters.items():
        try:
            ast.literal_eval(value)
        except (ValueError, SyntaxError):
            value = repr(value)
        source, changed = re.subn(rf"(?m)^{name} *=.*$", lambda _: f"{name} = {value}", source)
        if not changed:
            raise SystemExit(f"the first cell assigns no {name}")
    return source


def prepare():
    """Sorted listings and packaged lite0 weights, put in place once fastai is imported."""
    import fastai.data.transforms as transforms

    walk = transforms._get_files
    transforms._get_files = lambda *args, **kwargs: sorted(walk(*args, **kwargs))
    import timm
    import torch

    create = timm.create_model

    def create_model(name, pretrained=False, **options):
        model = create(name, pretrained=False, **options)
        weights = os.environ.get("LITE0_WEIGHTS")
        if pretrained and name == "efficientnet_lite0" and weights:
            held = torch.load(weights, map_location="cpu", weights_only=True)
            own = model.state_dict()
            pairs = dict(zip(own, held.values()))
            assert all(own[key].shape == value.shape for key, value in pairs.items())
            model.load_state_dict(pairs)
        return model

    timm.create_model = create_model


def main():
    file, settings = sys.argv[1], dict(pair.split("=", 1) for pair in sys.argv[2:])
    with open(file) as handle:
        parts = cells(handle.read())
    scope = {"__name__": "__main__"}
    for number, source in enumerate(parts):
        if number == 0:
            source = with_parameters(source, settings)
        if number == 1 and os.environ.get("PLAIN_PEER") != "1":
            prepare()
        exec(compile(source, f"{file}:cell {number + 1}", "exec"), scope)


if __name__ == "__main__":
    main()
