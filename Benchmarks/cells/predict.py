# %% Settings of this run. tags=["parameters"]
data = '../shared/data/cats-dogs'
arch = 'efficientnet_lite0'
# %%
from fastai.vision.all import *
from time import perf_counter
archs = {'resnet18': resnet18, 'resnet34': resnet34, 'resnet50': resnet50}
# %%
def is_cat(x): return x[0].isupper()

path = Path(data)
files = get_image_files(path)
dls = ImageDataLoaders.from_name_func(
    path, files, valid_pct=0.2, seed=42, label_func=is_cat, item_tfms=Resize(224), bs=16)
learn = vision_learner(dls, archs.get(arch, arch), metrics=error_rate)
# %%
times = []
with learn.no_bar():
    for file in files[:25]:
        started = perf_counter()
        learn.predict(file)
        times.append(perf_counter() - started)
median = sorted(times[5:])[10]
print(f'RESULT predict={median:.6f}')
