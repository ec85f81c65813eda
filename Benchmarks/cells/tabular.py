# %% Settings of this run; a benchmark gives other values by `-p`. tags=["parameters"]
data = 'adult.csv'
bs = 64
epochs = 3
seed = 1
# %%
from fastai.tabular.all import *
from time import perf_counter
# %%
path = Path(data)
df = pd.read_csv(path)
set_seed(seed)
dls = TabularDataLoaders.from_csv(
    path, y_names='salary', cat_names=['workclass', 'education', 'marital-status', 'occupation', 'relationship', 'race'],
    cont_names=['age', 'hours-per-week', 'education-num'], procs=[Categorify, FillMissing, Normalize],
    valid_idx=list(range(0, len(df), 5)), bs=bs)
learn = tabular_learner(dls, metrics=accuracy)
# %%
started = perf_counter()
learn.fit_one_cycle(epochs)
seconds = perf_counter() - started
# %%
loss, right = learn.validate()
print(f'RESULT epoch={seconds / epochs:.4f} loss={loss:.6f} accuracy={right:.6f}')
