# %% [markdown] id="title"
# # Ratings
#
# Nobody told the shop what you like. It knows what you and others *rated*, and foretells the rest. This is called **collaborative filtering**,
# and it needs to know nothing about films, nor about you.

# %% The tools id="imports"
from fastai.collab import *
from fastai.tabular.all import *

# %% [markdown] id="about-taste"
# ## Taste as numbers
#
# Suppose we described each film by three numbers: how much action, how old, how funny. And each person by how much they like each of these. To
# see whether they fit, multiply number by number, and add: the *dot product*.

# %% Does it fit? id="dot" tags=["exercise"]
#| blank: (person * film).sum()
#| hint: Number by number: `person * film`. Then one number of the three.
#| hint: `.sum()` adds them up.
#| wrong: person * film => One number
#| wrong: (person + film).sum() => dislikes
#| wrong: person.sum() * film.sum() => whatever it is
def fit(person, film):
    return (person * film).sum()

#                         action  old  funny
blockbuster    = tensor([  0.9, -0.8,  0.1])
silent_comedy  = tensor([ -0.3,  0.9,  0.8])
ann            = tensor([  0.9, -0.7, -0.2])
fit(ann, blockbuster), fit(ann, silent_comedy)

# %% id="dot-check" tags=["check"]
_one = fit(tensor([1., -1., 0.]), tensor([1., -1., 0.]))
assert _one.numel() == 1, 'One number is wanted: how well they fit, all in all.'
_two = fit(tensor([1., 0., 0.]), tensor([1., 1., 0.]))
assert _two != 3, 'Times, not plus: who dislikes old films likes one that is not old.'
assert _two != 2, 'Number by number before adding, or a liking counts for whatever it is that the film has.'
assert fit(tensor([1., 2., 3.]), tensor([1., 0., 1.])) == 4, '1 * 1 + 2 * 0 + 3 * 1 is 4.'

# %% [markdown] id="about-latent"
# But who would describe thousands of films? Nobody: **let gradient descent find the numbers**. Begin with random ones for each person and each film,
# compare the dot products with real ratings, step downhill. What the numbers come to mean, nobody chose; they are called *latent factors*.
#
# ## Real ratings
#
# They are real: stars that people gave to films in the nineties, five at most. The cell prints how many, of how many people, for how many films.

# %% Load the ratings id="load"
path = untar_data(URLs.ML_SAMPLE)
ratings = pd.read_csv(path/'ratings.csv')
print(len(ratings), ratings.userId.nunique(), ratings.movieId.nunique())
ratings.head()

# %% [markdown] id="about-baseline"
# The baseline: say the average to everything. How far is it off, squared and averaged? (Off by one star is 1, by two stars 4.)

# %% A baseline id="baseline" tags=["guess"]
print(f'{((ratings.rating - ratings.rating.mean()) ** 2).mean():.3f}')

# %% [markdown] id="about-range"
# ## Why y_range
#
# A dot product may give 7 or -2; ratings end at 5. `y_range` squeezes the answers into a range, by the sigmoid of lesson 11. Take it from a little
# below the lowest to a little above the highest, for a sigmoid reaches its ends never: with `(1, 5)` nothing could ever get a full 5.

# %% Train id="train" tags=["guess"]
set_seed(1)
dls = CollabDataLoaders.from_csv(path/'ratings.csv', bs=256)
learn = collab_learner(dls, n_factors=20, y_range=(0.5, 5.5))
learn.fit_one_cycle(3, 5e-3, wd=0.1)

# %% [markdown] id="about-loss"
# The loss *is* the squared error, so `valid_loss` may be compared with the baseline. People are hard to foretell: their own taste changes from one day to
# the next.

# %% Some answers id="results"
learn.show_results(max_n=6)

# %% [markdown] id="about-bias"
# ## What it learned
#
# Beside the factors each film has one number for itself, its *bias*: whether people rate it higher than their taste explains. And people have one,
# too: some give fives to everything. Here are the films with the highest bias, films that are liked even by people who do not like such films.

# %% Liked by all id="bias"
top = learn.model.i_bias.weight.detach().squeeze().argsort(descending=True)[:5]
movies = list(dls.classes['movieId'])
[movies[i] for i in top]

# %% [markdown] id="about-loops"
# ## A warning
#
# Such a system shows people what it believes they like; they rate what they are shown; it learns from that. After a while it knows more and more
# about less and less. A few enthusiasts who rate everything can pull it their way. Lesson 13 builds such a loop.

# %% [markdown] id="end"
# ## What you did
#
# You let gradient descent find what describes films and people, held the answers within a range, and beat a baseline, though not by far.
#
# Things to try: `n_factors=2`, then `100`; without `wd`; `use_nn=True` in `collab_learner`, which puts a network in place of the dot product.
