# %% Settings of this run. tags=["parameters"]
data = '../shared/data/cats-dogs'
# %%
from fastai.vision.all import *
# %%
def is_cat(x): return 'cat' if x.name[0].isupper() else 'dog'

dls = DataBlock(
    blocks=(ImageBlock, CategoryBlock),
    get_items=get_image_files,
    splitter=RandomSplitter(valid_pct=0.2, seed=42),
    get_y=is_cat,
    item_tfms=[Resize(192, method='squish')]
).dataloaders(data)
# %%
pictures, labels = dls.one_batch()
print(f'RESULT batch={pictures.shape[0]}')
