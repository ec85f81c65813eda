# %% [markdown] id="title"
# # Is it a bird?
#
# In this lesson you train a neural network that looks at a picture and says whether a bird is in it. It takes a few lines
# and about a minute of this computer's time. At the end you ask it about a picture of your own.
#
# Read, then press **Enter** to run the cell at the prompt. Enter again goes on. You may change a cell before you run it.

# %% The tools id="imports"
from fastai.vision.all import *

# %% [markdown] id="about-data"
# ## The pictures
#
# A network learns from examples, so examples come first. The next cell makes a set of pictures on this computer: photographed
# birds, and as many things that are no birds, each set in front of some background. The first time this takes a few seconds.
#
# `get_image_files` finds every picture below a folder.

# %% Get the pictures id="data"
path = untar_data(URLs.BIRDS)
files = get_image_files(path)
len(files), files[0].name

# %% [markdown] id="about-look"
# Always look at your data before you use it. Many a project failed because nobody had opened ten of its files.

# %% Look at one id="look"
Image.open(files[0]).to_thumb(192)

# %% [markdown] id="about-labels"
# ## What is what
#
# The network needs to be told what each picture shows: its *label*. Here the label is the name of the folder that the picture
# is in, and `parent_label` reads it off.

# %% The labels id="labels"
labels = [parent_label(f) for f in files]
for label in sorted(set(labels)):
    print(label, labels.count(label))

# %% [markdown] id="about-split"
# ## Some pictures are kept back
#
# How will you know that the network has learned what a bird looks like, and not just learned these pictures by heart? You
# keep some of them back, the *validation set*, and test it on those.
#
# There is a trap. The same bird appears in several of our pictures: `owl_01` and `owl_02` show one owl in two places. If one
# of them is trained on and the other is tested on, the test is too easy. So whole birds are kept back, not single pictures:
# every fifth of them.

# %% Keep every fifth thing back id="split"
def thing(file):
    return file.stem.rpartition('_')[0]

things = sorted({thing(f) for f in files})
kept_back = set(things[::5])
len(things), len(kept_back)

# %% [markdown] id="about-block"
# ## From files to batches
#
# A `DataBlock` says how files become what a network eats:
#
# - `blocks`: a picture goes in, a category comes out;
# - `get_items`: where the files are; `get_y`: how a file gets its label;
# - `splitter`: which ones are kept back;
# - `item_tfms`: every picture is cut to 224 by 224 pixels, because pictures in one batch must be of one size.
#
# `dataloaders` then reads the pictures in batches of sixteen.

# %% Build the loaders id="loaders"
birds = DataBlock(
    blocks=(ImageBlock, CategoryBlock),
    get_items=get_image_files,
    splitter=FuncSplitter(lambda f: thing(f) in kept_back),
    get_y=parent_label,
    item_tfms=Resize(224))
dls = birds.dataloaders(path, bs=16)
len(dls.train_ds), len(dls.valid_ds)

# %% [markdown] id="about-batch"
# This is what the network will see. Check that the labels are right: a network believes everything you tell it.

# %% See a batch id="batch"
dls.show_batch(max_n=9)

# %% [markdown] id="about-learner"
# ## The network
#
# We do not begin from nothing. `vision_learner` takes a network that has already seen more than a million photographs, and
# knows edges, fur, feathers, wheels. Only its last part is new: that one must learn *bird or other*.
#
# A *metric* is for you to read. `error_rate` is the share of kept-back pictures that it gets wrong.

# %% Make the learner id="learner"
learn = vision_learner(dls, 'efficientnet_lite0', metrics=error_rate)

# %% [markdown] id="about-train"
# `fine_tune(1)` goes once over the pictures with the old part held still, and once more with everything allowed to change.
#
# Before you run it: with two kinds of pictures, guessing blindly gets half of them wrong. What will this network's error
# rate be?

# %% Train id="train" tags=["guess"]
learn.fine_tune(1)

# %% [markdown] id="about-table"
# ## Reading the table
#
# There are two tables, one for each pass. In each row:
#
# - `train_loss`: how wrong the network was on the pictures it learned from. The *loss* is what training makes smaller. It
#   also counts how sure the network was.
# - `valid_loss`: the same for the pictures that were kept back.
# - `error_rate`: your metric. 0.05 means that one of twenty kept-back pictures was called by the wrong name.
#
# With so few birds the last figure depends much on which were kept back: another fifth gives another figure.
#
# Now see some answers beside the truth.

# %% See results id="results"
learn.show_results(max_n=9)

# %% [markdown] id="about-predict"
# ## Your own picture
#
# Change the path in the next cell to a picture of yours before you run it, `photo = '/home/me/robin.jpg'`: you can type it,
# complete it with Tab, or drag the file into the terminal. As it stands it asks about one of the pictures kept back.

# %% Choose a picture id="photo"
photo = dls.valid_ds.items[0]

# %% Ask the network id="predict" tags=["guess"]
label, index, probs = learn.predict(photo)
print(f'This is: {label}.')

# %% [markdown] id="about-probs"
# The network gives a number to each category; together they make one. `dls.vocab` has the categories in the same order, so
# that each number gets its name.

# %% How sure is it? id="probs"
for name, probability in zip(dls.vocab, probs):
    print(f'{name:8} {probability:.4f}')

# %% [markdown] id="end"
# ## What you did
#
# You looked at data, split it with care, trained a network on top of one that others had trained, read its error from
# pictures it had never seen, and asked it something new.
#
# Things to try, each a change to a cell above (`goto loaders`, `goto train`):
#
# - Split at random with `splitter=RandomSplitter(0.2, seed=42)`, and see the error rate fall. Why is that no good news?
# - Train for three epochs, `fine_tune(3)`.
# - Use pictures of your own: a folder with one folder for each kind, `path = Path('my_pictures')`. There every picture shows
#   something else, so that a random split is right.
# - With the internet: `urls = search_images_ddg('kestrel', max_images=30)`, then
#   `download_images('my_pictures/kestrel', urls=urls)` fetches such a folder (first `from fastbook import *`).
