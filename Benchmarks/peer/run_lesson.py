"""Runs a lesson's cells under Python with fastai, as a check that they are fastai's cells: `python run_lesson.py LESSON.py`.

Prints what each cell printed or gave, behind its id. What is not fastai's is lent: the data sets that Nuthatch makes
(`URLs.BIRDS`, …) are taken from its cache, $NUTHATCH_CACHE, and `efficientnet_lite0` takes $LITE0_WEIGHTS. Plots and
pictures are drawn into nothing.
"""
import ast
import json
import os
import pathlib
import re
import sys

import matplotlib

matplotlib.use("Agg")


def cells(text):
    """Pairs of header and source of the code cells."""
    parts = re.split(r"(?m)^(# %%.*)$", text)
    return [(head, body) for head, body in zip(parts[1::2], parts[2::2]) if "[markdown]" not in head]


def lend_samples():
    import fastai.data.external as external

    folder = pathlib.Path(os.environ.get("NUTHATCH_CACHE", pathlib.Path.home() / ".cache/nuthatch")) / "data"
    own = {"BIRDS": "birds", "FLOWERS_FRUIT": "flowers_fruit", "ADULT": "adult"}
    stand_in = {external.URLs.MNIST_SAMPLE: "mnist_sample", external.URLs.ML_SAMPLE: "movie_lens_sample"}
    for name, place in own.items():
        setattr(external.URLs, name, "nuthatch:" + place)
    fetch = external.untar_data

    def untar_data(url, *args, **kwargs):
        if url.startswith("nuthatch:"):
            return pathlib.Path(folder / url[9:])
        if url in stand_in and (folder / stand_in[url]).exists():
            return pathlib.Path(folder / stand_in[url])
        return fetch(url, *args, **kwargs)

    external.untar_data = untar_data
    import fastai.collab
    import fastai.tabular.all
    import fastai.vision.all

    for module in (fastai.collab, fastai.tabular.all, fastai.vision.all):
        module.untar_data = untar_data


def run(source, names):
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "cell", "exec"), names)
    if last is None:
        return
    value = eval(compile(ast.Expression(last.value), "cell", "eval"), names)
    if value is not None and not source.rstrip().endswith(";"):
        print(repr(value))


def main():
    text = pathlib.Path(sys.argv[1]).read_text()
    if "fastai" in text:
        sys.path.insert(0, str(pathlib.Path(__file__).parent))
        from run_cells import prepare

        prepare()
        lend_samples()
    names = {"__name__": "__main__"}
    failed = 0
    for head, body in cells(text):
        name = re.search(r'id=("[^"]*")', head)
        print(f"[{json.loads(name.group(1)) if name else '?'}]", flush=True)
        try:
            run(body, names)
        except Exception as error:
            expected = "raises-exception" in head
            print(f"{'as meant: ' if expected else 'FAILED: '}{type(error).__name__}: {error}", flush=True)
            failed += not expected
    sys.exit(1 if failed else 0)


main()
