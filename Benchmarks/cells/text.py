# %% Settings of this run; a benchmark gives other values by `-p`. tags=["parameters"]
data = '../shared/data/tweets.csv'
rows = 6000
bs = 64
width = 100
hidden = 200
layers = 2
epochs = 3
seed = 42
# %%
from fastai.text.all import *
from time import perf_counter
# %%
set_seed(seed)
df = pd.read_csv(data).iloc[:rows]
started = perf_counter()
dls = TextDataLoaders.from_df(df, text_col='text', label_col='sentiment', valid_pct=0.2, seed=seed, bs=bs)
tokenized = perf_counter() - started
config = {'emb_sz': width, 'n_hid': hidden, 'n_layers': layers}
learn = text_classifier_learner(dls, AWD_LSTM, pretrained=False, config=config, drop_mult=0.5, metrics=accuracy)
# %%
started = perf_counter()
learn.fit_one_cycle(epochs, 5e-3)
seconds = (perf_counter() - started) / epochs
# %%
loss, acc = learn.validate()
print(f'RESULT epoch={seconds:.3f} tokens={tokenized:.3f} accuracy={acc:.6f} loss={loss:.6f} words={len(dls.vocab[0])}')
