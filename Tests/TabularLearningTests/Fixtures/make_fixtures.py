"""Writes what fastai makes of two small made-up tables: people.csv and ratings.csv beside it, facts.json, and files of
learn.save. Run with fastai 2.8 installed: python3 make_fixtures.py"""
import json
import pathlib
import random

import numpy as np
import pandas as pd
import torch
from fastai.collab import CollabDataLoaders, collab_learner
from fastai.tabular.all import *

here = pathlib.Path(__file__).resolve().parent


def numbers(tensor):
    return [round(float(x), 7) for x in tensor.detach().double().flatten()]


def people():
    draw = random.Random(7)
    rows = []
    for number in range(60):
        age = draw.randint(18, 70)
        hours = draw.choice([20, 35, 40, 60])
        work = draw.choice(["private", "state", "self"])
        rooms = draw.randint(1, 5)
        rows.append({
            "work": work if draw.random() > .1 else None, "rooms": rooms, "age": age if draw.random() > .15 else None,
            "hours": hours, "member": draw.random() > .5, "pay": round(age * 20 + hours * 11 + rooms * 30.5, 1),
            "rich": "yes" if age + hours > 85 else "no"})
    frame = pd.DataFrame(rows)
    frame.loc[55, "rooms"] = 9  # in validation only
    frame.to_csv(here / "people.csv", index=False)
    return pd.read_csv(here / "people.csv")


def splits():
    return (list(range(48)), list(range(48, 60)))


def table(frame, target, block=None, **settings):
    to = TabularPandas(
        frame, procs=[Categorify, FillMissing, Normalize], cat_names=["work", "rooms", "member"],
        cont_names=["age", "hours"], y_names=target, y_block=block, splits=splits())
    dls = to.dataloaders(bs=16, path=here)
    learn = tabular_learner(dls, layers=[12, 6], metrics=accuracy if target == "rich" else rmse, **settings)
    learn.model_dir = "."
    torch.manual_seed(3)
    for parameter in learn.model.parameters():
        with torch.no_grad(): parameter.copy_(torch.randn_like(parameter) * .3)
    return to, learn


def facts_of(to, learn, name):
    learn.opt = None
    learn.save(name, with_opt=False)
    preds, targets, losses = learn.get_preds(with_loss=True)
    batch = to.train.dataloaders(bs=16, shuffle=False, drop_last=False)[0].one_batch()
    model = learn.model.train()
    loss = learn.loss_func(model(*batch[:-1]), batch[-1])
    loss.backward()
    gradients = {key: float(p.grad.double().sum()) for key, p in model.named_parameters()}
    classes = {key: [str(x) for x in to.classes[key]] for key in to.cat_names}
    return {
        "categories": list(to.cat_names), "numbers": list(to.cont_names), "classes": classes,
        "codes": numbers(torch.tensor(to.cats.values.astype("int64"))),
        "values": numbers(torch.tensor(to.conts.values.astype("float64"))),
        "sizes": [list(size) for size in get_emb_sz(to)], "state": {k: list(v.shape) for k, v in model.state_dict().items()},
        "preds": numbers(preds), "targets": numbers(targets), "losses": numbers(losses), "trainLoss": float(loss),
        "gradients": gradients}


def ratings():
    draw = random.Random(11)
    rows = []
    for user in range(1, 16):
        for movie in draw.sample(range(100, 125), 9):
            rows.append({"userId": user, "movieId": movie, "rating": draw.choice([1, 2, 2.5, 3, 4, 5]), "timestamp": 1})
    pd.DataFrame(rows).to_csv(here / "ratings.csv", index=False)
    return here / "ratings.csv"


def rating_facts(path, name, **settings):
    torch.manual_seed(2)
    dls = CollabDataLoaders.from_csv(path, bs=16, seed=42, path=here)
    learn = collab_learner(dls, n_factors=7, y_range=(.5, 5.5), **settings)
    learn.model_dir = "."
    with torch.no_grad():
        for parameter in learn.model.parameters(): parameter.copy_(torch.randn_like(parameter) * .4)
    learn.save(name, with_opt=False)
    preds, targets, losses = learn.get_preds(with_loss=True)
    found = {
        "preds": numbers(preds), "targets": numbers(targets), "losses": numbers(losses),
        "valid": [int(i) for i in dls.valid_ds.items.index], "users": [str(x) for x in dls.classes["userId"]],
        "items": [str(x) for x in dls.classes["movieId"]], "summary": str(learn.model)}
    if not settings:
        found["bias"] = numbers(learn.model.bias([100, 110, 124]))
        found["weight"] = numbers(learn.model.weight([3, 4], is_item=False))
    return found


frame = people()
facts = {
    "rich": facts_of(*table(frame, "rich"), "table"),
    "pay": facts_of(*table(frame, "pay", y_range=(0, 3000)), "regression"),
    "dot": rating_facts(ratings(), "dot"),
    "network": rating_facts(here / "ratings.csv", "network", use_nn=True, layers=[10, 5]),
    "rule": {str(n): emb_sz_rule(n) for n in [2, 3, 5, 9, 16, 42, 100, 1000, 20000, 1000000]},
}
(here / "facts.json").write_text(json.dumps(facts, indent=1) + "\n")
