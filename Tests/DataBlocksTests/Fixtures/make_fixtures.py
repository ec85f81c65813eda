"""Makes the values that the tests compare with, by fastai itself (2.8.12, PyTorch 2.13, Pillow 13).

Run it in an environment with fastai: python make_fixtures.py
"""
import json, math, random
from pathlib import Path

import numpy as np
import torch
from fastai.data.transforms import *
from fastai.vision.augment import *
from fastai.vision.augment import _prepare_mat, _WarpCoord
from fastai.torch_core import *
from fastai.vision.core import *
from PIL import Image

here = Path(__file__).parent


def write(name, value):
    (here / name).write_text(json.dumps(value, separators=(",", ":")) + "\n")


def rounded(tensor, digits=6):
    return [round(float(v), digits) for v in tensor.flatten()]


def photo(width, height):
    """Smooth colours with some detail."""
    y, x = np.mgrid[0:height, 0:width].astype(float)
    red = 127 + 120 * np.sin(x / 5) * np.cos(y / 7)
    green = 255 * x / max(1, width - 1)
    blue = (x * 13 + y * 29) % 256
    return Image.fromarray(np.stack([red, green, blue], -1).clip(0, 255).astype(np.uint8))


def splits():
    result = []
    for seed, count, share in [(42, 10, .2), (42, 7390, .2), (0, 25, .3), (7, 11, .5)]:
        train, valid = RandomSplitter(share, seed=seed)(list(range(count)))
        result.append(dict(seed=seed, count=count, share=share, train=[int(i) for i in train[:40]],
                           valid=[int(i) for i in valid[:40]], trains=len(train), validates=len(valid)))
    write("splits.json", result)


def framings():
    """The rectangles that Resize and RandomResizedCrop cut, for given draws."""
    seen = []

    def crop_pad(self, sz, tl=None, orig_sz=None, **kwargs):
        seen.append([int(v) for v in (*tl, *((sz, sz) if isinstance(sz, int) else sz))])
        return self

    kept, Image.Image.crop_pad = Image.Image.crop_pad, crop_pad
    resize = []
    for width, height in [(500, 375), (375, 500), (333, 500), (640, 427), (50, 40), (1, 7), (224, 224)]:
        for size in [224, (192, 256)]:
            for method in ["crop", "pad"]:
                for place in [(0, 0), (.5, .5), (.3, .9), (.999, .999)]:
                    tfm = Resize(size, method=method)
                    tfm.pcts = place
                    seen.clear()
                    tfm.encodes(Image.new("RGB", (width, height)))
                    target = (size, size) if isinstance(size, int) else (size[1], size[0])
                    resize.append(dict(picture=[width, height], size=target, method=method, place=place, box=seen[0]))
    Image.Image.crop_pad = kept

    crops, uniform, integer = [], random.uniform, random.randint
    for width, height in [(500, 375), (200, 600), (900, 100)]:
        for scale, log_ratio in [(.5, .1), (.08, -.28), (1., .2), (1., .28)]:
            draws = []
            random.uniform = lambda low, high: draws.append(1) or (scale if len(draws) % 2 else log_ratio)
            random.randint = lambda low, high: low
            tfm = RandomResizedCrop(224)
            tfm.before_call(Image.new("RGB", (width, height)), 0)
            crops.append(dict(picture=[width, height], scale=scale, proportions=math.exp(log_ratio),
                              fits=len(draws) == 2, size=list(tfm.cp_size), corner=list(tfm.tl)))
    random.uniform, random.randint = uniform, integer
    write("framings.json", dict(resize=resize, randomResizedCrop=crops))


def item_pictures():
    """What PIL makes of a picture: Resize at given places, RandomResizedCrop in validation."""
    photo(61, 44).save(here / "photo.png")
    picture = PILImage.create(here / "photo.png")
    for method in ["crop", "pad", "squish"]:
        tfm = Resize((20, 24), method=method)
        tfm.pcts = (.3, .8)
        tfm.encodes(picture).save(here / f"resize_{method}.png")
    tfm = RandomResizedCrop(24)
    tfm.before_call(picture, 1)
    tfm.encodes(picture).save(here / "random_resized_crop_valid.png")
    mask = Image.fromarray((np.arange(61 * 44).reshape(44, 61) // 7 % 5).astype(np.uint8))
    mask.save(here / "mask.png")
    tfm = Resize((20, 24))
    tfm.pcts = (.3, .8)
    tfm.encodes(PILMask.create(here / "mask.png")).save(here / "resize_mask.png")


draws = [
    dict(name="nothing"),
    dict(name="flipped", flip=1),
    dict(name="turned", degrees=9.5),
    dict(name="zoomed", zoom=1.08, centre=[.2, .9]),
    dict(name="warped", warp=[.15, -.18]),
    dict(name="bright", brightness=.58),
    dict(name="dull", brightness=.42, contrast=.8),
    dict(name="dihedral", dihedral=3),
    dict(name="all", flip=1, degrees=-7, zoom=1.05, centre=[.6, .4], warp=[-.1, .12], brightness=.45, contrast=1.2),
]


def transforms(draw, size):
    """fastai's transforms with what would be random given."""
    keywords = dict(size=size, pad_mode="reflection", align_corners=True)
    tfms = [Flip(p=1., draw=draw.get("flip", 0), **keywords)] if "dihedral" not in draw else \
        [Dihedral(p=1., draw=draw["dihedral"], **keywords)]
    x, y = draw.get("warp", [0., 0.])
    tfms.append(Warp(p=1., draw_x=x, draw_y=y, **keywords))
    tfms.append(Rotate(p=1., draw=draw.get("degrees", 0.), **keywords))
    x, y = draw.get("centre", [.5, .5])
    tfms.append(Zoom(p=1., draw=draw.get("zoom", 1.), draw_x=x, draw_y=y, **keywords))
    tfms.append(Brightness(p=1., draw=draw.get("brightness", .5)))
    tfms.append(Contrast(p=1., draw=draw.get("contrast", 1.)))
    return setup_aug_tfms(tfms)


def augmented():
    photo(30, 22).save(here / "small.png")
    photo(64, 60).save(here / "presized.png")
    Image.fromarray((np.arange(30 * 22).reshape(22, 30) // 9 % 7).astype(np.uint8)).save(here / "small_mask.png")
    normalize = Normalize.from_stats(*imagenet_stats, cuda=False)
    result = []
    for name, size in [("small.png", None), ("presized.png", 24)]:
        source = TensorImage(np.array(Image.open(here / name)).transpose(2, 0, 1).copy())[None]
        for draw in draws:
            picture = TensorImage(IntToFloatTensor()(source))
            affine, light = transforms(draw, size)
            affine.before_call(picture, 0)
            matrix = rounded(affine.mat, 7)
            picture = affine.encodes(picture)
            light.before_call(picture, 0)
            picture = normalize(TensorImage(light.encodes(picture)))
            values = rounded(picture[0].permute(1, 2, 0), 4)
            entry = dict(draw=draw, picture=name, size=size or 0, matrix=matrix, values=values)
            if size is None:
                mask = TensorMask(np.array(Image.open(here / "small_mask.png")).astype(np.int64))[None]
                entry["mask"] = [int(v) for v in affine.encodes(mask).flatten()]
            result.append(entry)
    write("augmented.json", result)


splits()
framings()
item_pictures()
augmented()
