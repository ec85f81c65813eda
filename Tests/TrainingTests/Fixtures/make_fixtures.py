"""Writes what fastai computes in small trainings, for TrainingTests to compare with.

Needs: pip install fastai. Run in this folder.
"""
import json
import shutil
import tempfile

import torch
from fastai.callback.schedule import minimum, slide, steep, valley
from fastai.vision.all import *
from sklearn import metrics as skm
from torch import nn

folder = Path(tempfile.mkdtemp())


def data():
    torch.manual_seed(5)
    x = torch.randn(60, 4)
    y = (x @ torch.randn(4, 3)).argmax(1)
    train = TfmdDL(list(zip(x[:40], y[:40])), bs=8, shuffle=False, drop_last=True, num_workers=0)
    valid = TfmdDL(list(zip(x[40:], y[40:])), bs=8, shuffle=False, num_workers=0)
    return DataLoaders(train, valid, path=folder)


def model():
    torch.manual_seed(6)
    return nn.Sequential(
        nn.Sequential(nn.Linear(4, 8, bias=False), nn.BatchNorm1d(8), nn.ReLU()), nn.Linear(8, 3))


def split(m): return L(m[0], m[1]).map(params)


def learner(**kwargs):
    return Learner(data(), model(), loss_func=CrossEntropyLossFlat(), splitter=split,
                   metrics=[accuracy, error_rate, F1Score(average="macro")], cbs=Keep(), **kwargs)


class Keep(Callback):
    "All rates and momenta of all groups, and the rows of the tables."
    order = 70
    def after_create(self): self.rows, self.rates, self.momenta = [], [], []
    def after_batch(self):
        if self.training:
            self.rates.append([h["lr"] for h in self.opt.hypers])
            self.momenta.append([h["mom"] for h in self.opt.hypers])
    def after_epoch(self): self.rows.append([float(v) for v in self.learn.final_record])


def weights(learn): return {k: v.flatten().tolist() for k, v in learn.model.state_dict().items()}


def facts(learn):
    return {"rows": learn.keep.rows, "lr": learn.keep.rates, "mom": learn.keep.momenta,
            "losses": [float(l) for l in learn.recorder.losses], "weights": weights(learn)}


result = {}
learn = learner()
learn.fit(2, 0.01)
result["fit"] = facts(learn)

learn = learner()
learn.fit_one_cycle(3, slice(1e-3, 1e-1), wd=0.1)
result["one_cycle"] = facts(learn)

learn = learner()
learn.fine_tune(2, 0.02)
result["fine_tune"] = facts(learn)

learn = learner()
learn.fit_flat_cos(2, 0.03)
result["flat_cos"] = facts(learn)

learn = learner(opt_func=partial(SGD, mom=0.9))
learn.fit_sgdr(2, 1, 0.05)
result["sgdr"] = facts(learn)

learn = learner()
before = weights(learn)
found = learn.lr_find(suggest_funcs=(valley, slide, minimum, steep), show_plot=False)
assert before == weights(learn)
result["lr_find"] = {"lrs": [float(v) for v in learn.recorder.lrs],
                     "losses": [float(v) for v in learn.recorder.losses],
                     "suggestions": {k: float(v) for k, v in found._asdict().items()}}

# A file of learn.save, after steps in both phases.
learn = learner()
learn.fine_tune(1, 0.02)
shutil.copy(learn.save("saved"), "fastai_saved.pth")
result["saved"] = {"weights": weights(learn), "preds": learn.get_preds()[0].flatten().tolist()}
learn.fit(1, 0.01)
result["saved"]["after"] = weights(learn)

# Losses and metrics on fixed numbers.
torch.manual_seed(8)
logits, classes = torch.randn(12, 3), torch.randint(0, 3, (12,))
flags, scores = torch.randint(0, 2, (12, 4)).float(), torch.randn(12, 4)
values, wanted = torch.rand(12, 1), torch.rand(12)
mask, masks = torch.randn(2, 3, 5, 5), torch.randint(0, 3, (2, 5, 5))
binary = torch.randint(0, 2, (12,))


def measured(metric, pred, *targ):
    metric = metric() if isinstance(metric, type) else metric
    holder = SimpleNamespace(pred=pred, yb=targ, y=targ[0], training=False, to_detach=to_detach)
    metric.reset()
    half = len(pred) // 2
    for part in (slice(0, half), slice(half, None)):
        holder.pred, holder.yb, holder.y = pred[part], (targ[0][part],), targ[0][part]
        metric.accumulate(holder)
    return float(metric.value)


result["values"] = {
    "cross_entropy": CrossEntropyLossFlat()(logits, classes).item(),
    "cross_entropy_pixels": CrossEntropyLossFlat(axis=1)(mask, masks).item(),
    "smoothing": LabelSmoothingCrossEntropyFlat()(logits, classes).item(),
    "focal": FocalLossFlat()(logits, classes).item(),
    "bce": BCEWithLogitsLossFlat()(scores, flags).item(),
    "mse": MSELossFlat()(values, wanted).item(),
    "l1": L1LossFlat()(values, wanted).item(),
    "accuracy": accuracy(logits, classes).item(),
    "top_2": top_k_accuracy(logits, classes, k=2).item(),
    "accuracy_multi": accuracy_multi(scores, flags).item(),
    "msle": msle(values, wanted).item(),
    "mae": mae(values, wanted).item(),
    "rmse": measured(rmse, values, wanted),
    "exp_rmspe": measured(exp_rmspe, values, wanted),
    "r2": measured(R2Score(), values, wanted),
    "pearson": measured(PearsonCorrCoef(), values, wanted),
    "foreground_acc": foreground_acc(mask, masks).item(),
    "dice": measured(Dice, mask[:, :2], masks.clamp(max=1)),
    "dice_multi": measured(DiceMulti, mask, masks),
    "jaccard_coeff": measured(JaccardCoeff, mask[:, :2], masks.clamp(max=1)),
    "jaccard_coeff_multi": measured(JaccardCoeffMulti, mask, masks),
    "precision": measured(Precision(), logits[:, :2], binary),
    "recall": measured(Recall(), logits[:, :2], binary),
    "f1": measured(F1Score(), logits[:, :2], binary),
    "f1_weighted": measured(F1Score(average="weighted"), logits, classes),
    "f1_micro": measured(F1Score(average="micro"), logits, classes),
    "fbeta": measured(FBeta(2, average="macro"), logits, classes),
    "jaccard": measured(Jaccard(average="macro"), logits, classes),
    "balanced": measured(BalancedAccuracy(), logits, classes),
    "kappa": measured(CohenKappa(), logits, classes),
    "matthews": measured(AccumMetric(skm.matthews_corrcoef, dim_argmax=-1, to_np=True, invert_arg=True), logits, classes),
    "hamming": measured(HammingLoss(), logits, classes),
    "roc_auc": measured(RocAucBinary(), logits[:, :2], binary),
    "f1_multi": measured(F1ScoreMulti(), scores, flags),
    "precision_multi": measured(PrecisionMulti(average="weighted"), scores, flags),
    "recall_multi": measured(RecallMulti(average="micro"), scores, flags),
    "jaccard_multi": measured(JaccardMulti(), scores, flags),
}
json.dump(result, open("training.json", "w"), indent=0)
