# %% Settings of this run; a benchmark gives other values by `-p`. tags=["parameters"]
data = '../shared/data/cats-dogs'
arch = 'efficientnet_lite0'
bs = 16
seed = 42
# %%
from fastai.vision.all import *
from time import perf_counter
archs = {'resnet18': resnet18, 'resnet34': resnet34, 'resnet50': resnet50}
# %%
def is_cat(x): return x[0].isupper()

path = Path(data)
set_seed(seed)
dls = ImageDataLoaders.from_name_func(
    path, get_image_files(path), valid_pct=0.2, seed=seed, label_func=is_cat, item_tfms=Resize(224), bs=bs)
learn = vision_learner(dls, archs.get(arch, arch), metrics=error_rate)
# %%
started = perf_counter()
learn.fine_tune(1)
seconds = perf_counter() - started
# %%
loss, error = learn.validate()
print(f'RESULT fine_tune={seconds:.3f} error={error:.6f} loss={loss:.6f}')
