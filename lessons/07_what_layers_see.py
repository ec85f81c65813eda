# %% [markdown] id="title"
# # What the layers see
#
# A network that was trained on a million photographs is not a black box all the way through. Its first layer can be looked at
# directly, and of the later ones one can ask: what excites you? That also explains why you could train a bird recogniser in a minute.

# %% The tools id="imports"
from fastai.vision.all import *

# %% [markdown] id="about-pretrained"
# ## A network that others trained
#
# `vision_learner` fetches a **pretrained** network, takes its last part off, and puts a new one on. Here we look at the old part, before
# any training of ours. (The birds of lesson 2 serve as something to look at.)

# %% A pretrained network id="learner"
path = untar_data(URLs.BIRDS)
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, seed=42, item_tfms=Resize(224), bs=32)
learn = vision_learner(dls, 'efficientnet_lite0', metrics=error_rate)

# %% [markdown] id="about-convolution"
# ## Filters
#
# Nearly all of it are **convolutions**: a little window of weights, a *filter*, is slid over the picture. At each place it is multiplied
# with what lies below, and the sum says how much that place resembles the filter. Let us find all of them. How many will there be?

# %% Count the convolutions id="count" tags=["guess"]
convolutions = [layer for layer in flatten_model(learn.model) if isinstance(layer, nn.Conv2d)]
len(convolutions)

# %% The first and a late one id="two"
first, late = convolutions[0], convolutions[40]
print(first.weight.shape)
print(late.weight.shape)

# %% [markdown] id="about-first"
# The first has 32 filters of 3 by 3 pixels in three colours, so they can be drawn as little pictures. Nobody designed them: they came
# out of gradient descent on photographs. Before you look: what would *you* look for in a photograph, in windows of 3 by 3 pixels?

# %% The first layer's filters id="filters" tags=["guess"]
weights = first.weight.detach()
low, high = weights.amin((1, 2, 3), keepdim=True), weights.amax((1, 2, 3), keepdim=True)
show_images([w for w in (weights - low) / (high - low)], nrows=4)

# %% [markdown] id="about-edges"
# Steps from light to dark in every direction, and steps between colours. In other words **edges** and **colours**, the same things that
# the first cells behind our own eyes respond to. Matthew Zeiler and Rob Fergus drew such pictures for all layers of a network in 2013:
# edges and colours first, then corners and stripes, then textures and repeated patterns, and in the last layers parts of things, such as
# eyes, faces, wheels and letters.

# %% [markdown] id="about-hand"
# ## A filter by hand
#
# See one at work. Take a picture and slide a filter of your own over it.

# %% A picture in grey id="grey"
photo = PILImage.create(sorted(get_image_files(path/'bird'))[0]).resize((224, 224))
grey = tensor(photo).float().mean(2) / 255
show_image(grey)

# %% A filter for horizontal edges id="edge" tags=["exercise"]
#| blank: [-1., -1., -1.]
#| hint: The filter is to answer 0 where everything is equally light: what must its nine numbers add up to?
#| hint: The top row counts light as +1. The bottom row must count it as…
#| wrong: [1., 1., 1.] => blurs
#| wrong: [0., 0., 0.] => only the top row
edge = tensor([[1., 1., 1.],
               [0., 0., 0.],
               [-1., -1., -1.]])
answer = F.conv2d(grey[None, None], edge[None, None])[0, 0]
show_image(answer)

# %% id="edge-check" tags=["check"]
assert edge.sum().item() != 6, 'That adds light to light: it blurs the picture, and finds nothing.'
assert edge.sum().item() != 3, 'That sees only the top row, and answers wherever it is light.'
assert edge.sum().item() == 0 and edge[2].max().item() < 0, 'Top against bottom: what one row adds, the other takes off.'

# %% [markdown] id="about-activations"
# ## Early activations
#
# What a layer gives out is called its **activations**: one picture for each filter. `hook_output` keeps them while a batch goes through
# the network.

# %% Keep what two layers give out id="hooks"
xb, yb = dls.valid.one_batch()
learn.model.eval()
with hook_outputs([first, late]) as hooks:
    with torch.no_grad():
        learn.model(xb)
    early_maps, late_maps = hooks.stored
early_maps.shape, late_maps.shape

# %% One picture, and what eight early filters make of it id="early"
normal = (xb[0] - xb[0].min()) / (xb[0].max() - xb[0].min())
show_image(normal)
show_images([early_maps[0, i] for i in range(8)], nrows=2)

# %% [markdown] id="about-early"
# You still recognise the picture: outlines here, surfaces there. The early layer knows *where* everything is, and nothing about what
# it is.
#
# Now a layer near the end. Its maps are 7 by 7 only, but there are more than a thousand of them. Will you recognise the picture?

# %% Eight late ones id="late" tags=["guess"]
show_images([late_maps[0, i] for i in range(8)], nrows=2)

# %% [markdown] id="about-late"
# A few spots. The late layer has given up *where*, nearly, for *what*: each map answers one question about a whole region.
#
# ## Ask a late filter what it likes
#
# One cannot see such a filter's weights, for it looks at other filters' answers. But one can ask which pictures excite it most. Here are
# the four pictures of the batch that excite one filter most, for three filters.

# %% What excites three late filters id="favourites"
strength = late_maps.amax((2, 3))
low, high = xb.amin((1, 2, 3), keepdim=True), xb.amax((1, 2, 3), keepdim=True)
shown = (xb - low) / (high - low)
for number in strength.std(0).argsort(descending=True)[:3]:
    best = strength[:, number].argsort(descending=True)[:4]
    show_images([shown[i] for i in best], titles=[dls.vocab[int(yb[i])] for i in best])

# %% [markdown] id="about-sharp"
# Look for what the four of a row have in common. Sometimes it is plain, sometimes not: a filter need not stand for anything that has a
# name.
#
# ## Where in the layers are the birds?
#
# The network was never told about "bird or other". Is the difference in its layers all the same? Test it without training anything:
# call a picture by the nearer of two averages, as with the digits in lesson 3, once by its early activations, once by its late ones.
#
# Which will tell birds from others better, and how much?

# %% Early against late id="compare" tags=["guess"]
def features(layer, batches):
    values, labels = [], []
    with hook_output(layer) as hook, torch.no_grad():
        for xb, yb in batches:
            learn.model(xb)
            values.append(hook.stored.mean((2, 3)))
            labels.append(yb)
    return torch.cat(values), torch.cat(labels)

def nearest_average(layer):
    values, labels = features(layer, dls.valid)
    values = (values - values.mean(0)) / (values.std(0) + 1e-6)
    half = len(values) // 2
    bird, other = values[:half][labels[:half] == 0].mean(0), values[:half][labels[:half] == 1].mean(0)
    rest = values[half:]
    says_bird = ((rest - bird) ** 2).sum(1) < ((rest - other) ** 2).sum(1)
    return (says_bird == (labels[half:] == 0)).float().mean().item()

print(f'early {nearest_average(first):.0%}, late {nearest_average(convolutions[-1]):.0%}')

# %% [markdown] id="about-transfer"
# ## Why a pretrained network helps
#
# That is the whole secret of lesson 2. Edges, textures, eyes and feathers are the same in your pictures as in the million that it was
# trained on, so all of that need not be learned again. To use a network for something else than it was trained for is **transfer
# learning**:
#
# - the last layers, made for the old task, are thrown away. A new **head** for yours takes their place, with random weights;
# - first only the head is trained: that is one pass of `fine_tune`;
# - then all of it, with small steps, the smallest in the early layers, for edges are edges: that is **fine-tuning**.
#
# So a few dozen pictures, a minute and no GPU can be enough.

# %% What would be thrown away id="head"
learn.model[-1]

# %% [markdown] id="end"
# ## What you did
#
# You counted a network's convolutions, looked at its first filters and at what they see, made one of your own, asked late filters for
# their favourites, and measured that the difference between birds and others lies in the late layers, before any training.
#
# Things to try: another filter in `edge` (left against right); `convolutions[10]` in place of `[40]` in `two`; your own photo in `grey`.
