# %% Settings of this run; a benchmark gives other values by `-p`. tags=["parameters"]
data = '../shared/data/camvid_100'
arch = 'resnet18'
bs = 8
size = 96
epochs = 1
seed = 42
# %%
from fastai.vision.all import *
from time import perf_counter
archs = {'resnet18': resnet18, 'resnet34': resnet34}
# %%
path = Path(data)
set_seed(seed)
codes = np.loadtxt(path/'codes.txt', dtype=str)
dls = SegmentationDataLoaders.from_label_func(
    path, get_image_files(path/'images'), lambda o: path/'labels'/f'{o.stem}_P.png', codes=codes, bs=bs, seed=seed,
    item_tfms=Resize((size, size * 4 // 3)))
def acc_pixel(inp, targ): return (inp.argmax(dim=1) == targ).float().mean()
learn = unet_learner(dls, archs[arch], metrics=acc_pixel)
# %%
started = perf_counter()
learn.fine_tune(epochs)
seconds = perf_counter() - started
# %%
loss, acc = learn.validate()
print(f'RESULT fine_tune={seconds:.3f} accuracy={acc:.6f} loss={loss:.6f}')
