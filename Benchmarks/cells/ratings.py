# %% Settings of this run; a benchmark gives other values by `-p`. tags=["parameters"]
data = 'ratings.csv'
bs = 64
epochs = 3
seed = 1
# %%
from fastai.tabular.all import *
from fastai.collab import *
from time import perf_counter
# %%
set_seed(seed)
dls = CollabDataLoaders.from_csv(Path(data), seed=42, bs=bs)
learn = collab_learner(dls, y_range=(0.5, 5.5))
# %%
started = perf_counter()
learn.fit_one_cycle(epochs, 5e-3, wd=0.1)
seconds = perf_counter() - started
# %%
loss = learn.validate()[0]
print(f'RESULT epoch={seconds / epochs:.4f} loss={loss:.6f}')
