# %% [markdown] id="title"
# # Tables
#
# Most of the world's data are neither pictures nor text but tables: one row for each case, one column for each thing known about it.
# The same learner takes them. You will foretell from a census who earned much in 1994, meet data that are missing, and learn what
# `y_range` is for.

# %% The tools id="imports"
from fastai.tabular.all import *

# %% [markdown] id="about-census"
# ## A census
#
# 32,561 people, asked in the United States in 1994. Always look at the table first.

# %% Look id="look"
path = untar_data(URLs.ADULT)
df = pd.read_csv(path/'adult.csv')
df.head()

# %% [markdown] id="about-baseline"
# The column `salary` says whether somebody earned at least 50,000 dollars a year. First the simplest model: call everyone the same, whichever is
# commoner. How often will it be right?

# %% A baseline id="baseline" tags=["guess"]
print(f"{(df.salary == '<50k').mean():.3f}")

# %% [markdown] id="about-kinds"
# ## Two kinds of columns
#
# - **Continuous**: numbers with a size, such as age. They can go into a network as they are, once they are brought to one scale.
# - **Categorical**: one of several words, such as a profession. A word has no size, so each gets a short list of numbers that is *learned*,
#   an **embedding**. Professions that matter alike come to lie near one another.
#
# Some entries are missing. Which columns, how many?

# %% What is missing? id="missing" tags=["guess"]
df.isna().sum()

# %% [markdown] id="about-procs"
# Three *procs* prepare a table, and they learn from the training rows only:
#
# - `Categorify` numbers the words of each categorical column, with 0 for what is missing or was never seen;
# - `FillMissing` puts the median where a number is missing, and notes in a column of its own that it did;
# - `Normalize` brings numbers to mean 0 and deviation 1.

# %% Load it id="load"
set_seed(1)
dls = TabularDataLoaders.from_csv(path/'adult.csv', path=path, y_names='salary',
    cat_names=['workclass', 'education', 'marital-status', 'occupation', 'relationship', 'race'],
    cont_names=['age', 'hours-per-week', 'capital-gain'],
    procs=[Categorify, FillMissing, Normalize], bs=256)
dls.show_batch(max_n=4)

# %% [markdown] id="about-train"
# `tabular_learner` makes a network of embeddings and two layers. There is no pretrained network for tables: every table has other columns. So
# it is trained from the start, by `fit_one_cycle` and not by `fine_tune`.
#
# The baseline had three of four right. How many will this have?

# %% Train id="train" tags=["guess"]
learn = tabular_learner(dls, metrics=accuracy)
learn.fit_one_cycle(2, 1e-2)

# %% Some rows with their predictions id="results"
learn.show_results(max_n=4)

# %% [markdown] id="about-fair"
# Better, by some ten points, and no oracle. Notice what stands in the table: race, and it could use it. A model that decides on loans by such data
# repeats 1994. Lesson 13 is about that.
#
# ## A number instead of a class
#
# Whether salary is above a bound is a class, so that was **classification**: which of these? **Regression** asks: how much? Let it foretell the
# *age* from the other columns.
#
# A network's last layer can give any number, 7 or -300 or 4,000. We know better: ages lie between 17 and 90. `y_range` puts a curve at the end
# which squeezes whatever comes into a range: `sigmoid(x) * (high - low) + low`. A sigmoid never quite reaches its ends, so the range is taken a
# little wider than the values are.

# %% The curve id="range" tags=["exercise"]
#| blank: low + torch.sigmoid(x) * (high - low)
#| hint: A sigmoid goes from 0 to 1. Stretch it by the range's width, then move it up.
#| hint: `torch.sigmoid(x) * (high - low)` goes from 0 to the width. Add the lower end.
#| wrong: torch.sigmoid(x) * high => begins at 0
#| wrong: torch.sigmoid(x) * (high - low) => not moved up
#| wrong: low + torch.sigmoid(x) * high => beyond the upper end
def squeeze(x, low, high):
    return low + torch.sigmoid(x) * (high - low)

squeeze(tensor([-300., -1., 0., 1., 4000.]), 15, 95)

# %% id="range-check" tags=["check"]
_ends = squeeze(tensor([-300., 300.]), 15, 95)
assert not (_ends[0] == 0 and _ends[1] == 95), 'That begins at 0: nobody here is below 15.'
assert not (_ends[0] == 0 and _ends[1] == 80), 'The width is right, but it is not moved up to the lower end.'
assert _ends[1] <= 95, f'It goes up to {_ends[1]:.0f}, beyond the upper end.'
assert _ends[0] == 15 and _ends[1] == 95 and squeeze(tensor(0.), 15, 95) == 55, 'From 15 to 95, and 55 in the middle.'

# %% Foretell the age id="regression"
set_seed(1)
dls = TabularDataLoaders.from_csv(path/'adult.csv', path=path, y_names='age',
    cat_names=['workclass', 'education', 'marital-status', 'occupation', 'relationship', 'salary'],
    cont_names=['hours-per-week'], procs=[Categorify, FillMissing, Normalize], bs=256)
learn = tabular_learner(dls, y_range=(15, 95), metrics=mae)
learn.fit_one_cycle(2, 1e-2)

# %% [markdown] id="about-mae"
# `mae` is the mean absolute error, in years: so much is the answer off. Compare it with the baseline that says the median age to everyone.

# %% The baseline in years id="age-baseline" tags=["guess"]
print(f'{(df.age - df.age.median()).abs().mean():.1f} years')

# %% [markdown] id="end"
# ## What you did
#
# You looked at a table, set a baseline, let words be embedded and gaps be filled, and trained for a class and for a number in a range.
#
# Things to try: leave out `capital-gain`; `learn.predict(df.iloc[0])`; a table of yours, `pd.read_csv('mine.csv')` with
# `TabularDataLoaders.from_df`.
