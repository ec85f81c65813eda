"""What reading and preparing pictures costs Pillow and fastai: milliseconds of processor time a picture, medians.

Usage: loading.py FOLDER-OF-PHOTOS   (the other side: swift run -c release LoadingBenchmark FOLDER)
"""
import statistics
import sys
import tempfile
import time
from pathlib import Path

import torch
from fastai.vision.all import *
from PIL import Image

torch.set_num_threads(1)
files = sorted(get_image_files(sys.argv[1]))[:256]


def report(name, count, body, runs=5):
    body()
    times = []
    for _ in range(runs):
        started = time.process_time()
        body()
        times.append((time.process_time() - started) * 1e3 / count)
    print(f"RESULT {name}={statistics.median(times):.3f}", flush=True)


def decode(draft):
    for file in files:
        picture = Image.open(file)
        if draft:
            picture.draft("RGB", (224, 224))
        picture.convert("RGB").resize((224, 224), Image.BILINEAR)


def one_pass(item, batch):
    dls = DataBlock(blocks=(ImageBlock, CategoryBlock), get_y=lambda path: path.name[0], item_tfms=item,
                    batch_tfms=[*batch, Normalize.from_stats(*imagenet_stats, cuda=False)],
                    splitter=IndexSplitter([])).dataloaders(files, bs=32, num_workers=0, device="cpu")
    dls.train.drop_last = False
    return lambda: [None for _ in dls.train]


report("decode_224", len(files), lambda: decode(False))
report("decode_224_draft", len(files), lambda: decode(True))
report("resize_224", len(files), one_pass(Resize(224), []))
report("augmented_224", len(files), one_pass(Resize(224), aug_transforms()))
report("presized_460_224", len(files), one_pass(Resize(460), aug_transforms(size=224, min_scale=.75)))

large = Path(tempfile.gettempdir()) / "peer-12-megapixels.jpg"
Image.open(files[0]).convert("RGB").resize((4000, 3000), Image.BICUBIC).save(large, quality=90)
report("large_224", 1, lambda: Image.open(large).convert("RGB").resize((224, 224), Image.BILINEAR), 15)


def drafted():
    picture = Image.open(large)
    picture.draft("RGB", (224, 224))
    picture.convert("RGB").resize((224, 224), Image.BILINEAR)


report("large_224_draft", 1, drafted, 15)
