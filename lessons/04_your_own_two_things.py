# %% [markdown] id="title"
# # Your own two things
#
# Now a recogniser for something of yours: headphones or earbuds, two kinds of mushroom, your mugs. The network is the easy part. The work
# is in the pictures: some are broken, some show both, some have the wrong label. This lesson goes through all of that with pictures in which
# you plant the mistakes yourself, so that you can see whether you find them.

# %% The tools id="imports"
from fastai.vision.all import *
import shutil

# %% [markdown] id="about-own"
# ## Where pictures come from
#
# Three ways, best first:
#
# - **Take them**: thirty photos of each thing, from all sides, in all rooms, at all hours. Nothing else is so like what the recogniser will meet.
# - **A folder you have**, with one folder for each kind: `path = Path('/home/me/pictures')` in the next cell.
# - **Search**, with the internet. `from fastbook import *`, then for each kind
#   `download_images(path/'earbuds', urls=search_images_ddg('earbuds photo', max_images=60))`. Look at what you get: a search gives you the pictures
#   that people *publish*: on white, from the front, new. A recogniser trained on those has never seen the tangle in your drawer.
#
# Without any of these, the next cell makes photographed flowers and fruit on this computer, and all that follows is the same.

# %% Two kinds of things id="data"
path = untar_data(URLs.FLOWERS_FRUIT)
kinds = sorted(folder.name for folder in path.ls() if folder.is_dir())
for kind in kinds:
    print(kind, len(get_image_files(path/kind)))

# %% [markdown] id="about-copy"
# We work on a copy, in the folder `things`, and plant some mistakes there, as they are found in every collection:
#
# - two files that are no pictures (a web page saved as `.jpg`, a download that broke off);
# - six pictures in the wrong folder;
# - four pictures that show both things.

# %% A copy with mistakes id="plant"
work = Path('things')
if work.exists(): shutil.rmtree(work)
for kind in kinds:
    (work/kind).mkdir(parents=True)
    for file in get_image_files(path/kind): shutil.copy(file, work/kind)
first, second = kinds
a_files, b_files = [sorted(get_image_files(work/kind)) for kind in kinds]

(work/first/'page.jpg').write_text('<html>404 not found</html>')
(work/second/'broken.jpg').write_bytes(b_files[0].read_bytes()[:900])
misplaced = a_files[10:100:30] + b_files[10:100:30]
for file in misplaced:
    target = work/(second if file.parent.name == first else first)/f'swapped_{file.name}'
    shutil.move(file, target)

def side_by_side(one, other):
    halves = [np.array(PILImage.create(f).resize((112, 224))) for f in (one, other)]
    return Image.fromarray(np.concatenate(halves, axis=1))

for number in range(4):
    side_by_side(a_files[number], b_files[number]).save(work/first/f'both_{number}.jpg')
len(get_image_files(work))

# %% [markdown] id="about-verify"
# ## Throw out what is no picture
#
# `verify_images` opens every file. `unlink` deletes one; `map` does so with each.

# %% Find broken files id="verify"
failed = verify_images(get_image_files(work))
failed

# %% Delete them id="unlink"
failed.map(Path.unlink)
len(get_image_files(work))

# %% [markdown] id="about-labels"
# ## The label function
#
# Files become examples by a function that says what each one shows. It is a line of code, and like any line it can be wrong. Here is one
# written in a hurry: *anything that is not in the first folder is the first kind*.

# %% A label function in a hurry id="hurry"
def label(file):
    return first if file.parent.name != first else second

block = DataBlock(
    blocks=(ImageBlock, CategoryBlock),
    get_items=get_image_files,
    splitter=RandomSplitter(valid_pct=0.2, seed=42),
    get_y=label,
    item_tfms=Resize(128))
dls = block.dataloaders(work, bs=16)

# %% [markdown] id="about-inverted"
# It is the wrong way round: every flower is called a fruit. Suppose that you did not notice, and trained. What will the **error rate** be:
# near 0, near a half, or near 1?

# %% Train with inverted labels id="train-inverted" tags=["guess"]
set_seed(1)
learn = vision_learner(dls, 'efficientnet_lite0', metrics=error_rate)
learn.fine_tune(1)

# %% [markdown] id="about-why-fine"
# Nowhere near 1. The network learned perfectly well what you told it, and the validation set has the same wrong labels. **No number can show this
# mistake.** Only looking can. Look at the labels of a batch.

# %% Look id="look"
dls.show_batch(max_n=6)

# %% Put it right id="label" tags=["exercise"]
#| blank: file.parent.name
#| hint: The name of the folder that a file is in is its label.
#| hint: `file.parent` is the folder; its name is `.name`.
#| wrong: file.name => name of the file
#| wrong: first => all pictures
#| wrong: file.parent => not its name
def label(file):
    return file.parent.name

# %% id="label-check" tags=["check"]
_file = get_image_files(work/second)[0]
assert label(_file) != _file.name, 'That is the name of the file, different for each picture.'
assert label(_file) != first, 'Now all pictures are called the same.'
assert isinstance(label(_file), str), 'That is the folder itself, with its whole path, and not its name.'
assert label(_file) == second, f'A picture in the folder {second} is a {second}.'

# %% Train again id="train"
set_seed(1)
dls = DataBlock(
    blocks=(ImageBlock, CategoryBlock), get_items=get_image_files,
    splitter=RandomSplitter(valid_pct=0.2, seed=42), get_y=label, item_tfms=Resize(128)).dataloaders(work, bs=16)
learn = vision_learner(dls, 'efficientnet_lite0', metrics=error_rate)
learn.fine_tune(3)

# %% [markdown] id="about-confusion"
# ## Which ones does it get wrong?
#
# The **confusion matrix** counts what was called what. What is right lies on the diagonal.

# %% The confusion matrix id="confusion"
interp = ClassificationInterpretation.from_learner(learn)
interp.plot_confusion_matrix()

# %% [markdown] id="about-top"
# More telling are the single pictures with the highest **loss**: those where the network was wrong and sure of it, or right and unsure. You
# planted six swapped pictures in the whole set. Will they be among the worst?

# %% The worst ones id="worst" tags=["guess"]
interp.plot_top_losses(6)

# %% [markdown] id="about-both-sides"
# Those in the *validation* set came up. The ones in the training set are hidden there, where the network could learn them by heart. So ask
# for the losses of all pictures, training set included, and list the worst files. That is what a *cleaner* does: it uses the half-trained
# network to find bad data. **Train first, clean then.**

# %% The worst of all files id="suspects"
def suspects(learn, count):
    files = get_image_files(work)
    preds, _ = learn.get_preds(dl=learn.dls.test_dl(files))
    names = list(learn.dls.vocab)
    found = [(probs[names.index(label(file))].item(), file) for file, probs in zip(files, preds)]
    return sorted(found, key=lambda pair: pair[0])[:count]

worst = suspects(learn, 12)
for probability, file in worst:
    print(f'{probability:.3f}  {file.parent.name}/{file.name}')

# %% [markdown] id="about-judge"
# The number is the probability that the network gives to the label that the file *has*. Look at them all before you touch one: the network
# may be wrong, and a hard picture is a good example. Only what is *wrong* goes.

# %% Look at the suspects id="look-suspects"
show_images([PILImage.create(file).resize((128, 128)) for _, file in worst], nrows=3,
            titles=[file.parent.name for _, file in worst])

# %% [markdown] id="about-clean"
# ## Clean
#
# Those in the wrong folder go to the right one. (Here the planted ones are told by their name; with your own pictures, you tell them by
# looking, and move them by `shutil.move`.)

# %% Move the swapped ones id="move"
moved = 0
for _, file in worst:
    if file.name.startswith('swapped_'):
        shutil.move(file, work/(second if file.parent.name == first else first)/file.name[8:])
        moved += 1
moved, len(misplaced)

# %% [markdown] id="about-rest"
# Not all of them need come up at once: some of those in the training set, the network has learned by heart. So one cleans, trains again,
# and looks again.

# %% [markdown] id="about-both"
# And those that show **both**? A recogniser that must choose one of two gives *some* answer to such a picture. Which?

# %% A picture of both id="both" tags=["guess"]
photo = PILImage.create(sorted(work.glob('*/both_*'))[0])
kind, _, probs = learn.predict(photo)
print(kind, [f'{p:.2f}' for p in probs])

# %% Look at it id="both-look"
photo.to_thumb(160)

# %% [markdown] id="about-neither"
# Its probabilities always add up to one: it has no way to say *both*, and none to say *neither*. Ask it for a cat, and it will name a flower or a
# fruit. So decide what your recogniser is for. If pictures of both will come, give it a label for each (`MultiCategoryBlock`); if not, they are
# noise in the training, and go.

# %% Take those out id="remove-both"
for file in work.glob('*/both_*'): file.unlink()
len(get_image_files(work))

# %% [markdown] id="about-retrain"
# ## Once more, with clean data
#
# A last point: these files show each thing several times (`banana_01`, `banana_02`). For an honest test whole things are kept back, as in
# lesson 2. Will the error rate be lower than before, although the test is harder?

# %% Train on clean data id="retrain" tags=["guess"]
def thing(file): return file.stem.rpartition('_')[0]

kept_back = set(sorted({thing(f) for f in get_image_files(work)})[::5])
set_seed(1)
dls = DataBlock(
    blocks=(ImageBlock, CategoryBlock), get_items=get_image_files,
    splitter=FuncSplitter(lambda f: thing(f) in kept_back), get_y=label,
    item_tfms=Resize(128), batch_tfms=aug_transforms()).dataloaders(work, bs=16)
learn = vision_learner(dls, 'efficientnet_lite0', metrics=error_rate)
learn.fine_tune(3)

# %% [markdown] id="about-desk"
# ## The photo from your desk
#
# All that counts now: a photo that *you* took, of a thing that was never in the collection. Put its path in the next cell, or drag the file into the
# terminal. As it stands, it asks about one that was kept back.

# %% Choose a photo id="photo"
photo = dls.valid_ds.items[0]

# %% Ask id="predict" tags=["guess"]
kind, _, probs = learn.predict(photo)
print(f'This is: {kind}.')
for name, probability in zip(dls.vocab, probs):
    print(f'{name:8} {probability:.3f}')

# %% Keep it id="export"
learn.export('things.pkl')
load_learner('things.pkl').predict(photo)[0]

# %% [markdown] id="end"
# ## What you did
#
# You threw out what is no picture, met a mistake that no number shows, and found by the network's own losses what was in the wrong folder.
# You know what a forced choice does to a picture of both, and you have a recogniser in a file, `things.pkl`, that any notebook can load.
#
# If your own photo went wrong, ask: what is different? Background, distance, light, age of the thing? Then the cure is not another network, but
# ten more pictures of that kind.
