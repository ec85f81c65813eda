"""Writes an export of fastai, which is recognised and not opened.

Needs: pip install fastai. Run in this folder.
"""
from fastai.vision.all import *

data = list(zip(torch.rand(8, 2), torch.tensor([0, 1] * 4)))
dls = DataLoaders(TfmdDL(data, bs=4, num_workers=0), TfmdDL(data, bs=4, num_workers=0))
learn = Learner(dls, nn.Linear(2, 2), loss_func=CrossEntropyLossFlat(), path=Path("."))
learn.dls.new_empty = lambda: dls
learn.export("fastai_export.pkl")
