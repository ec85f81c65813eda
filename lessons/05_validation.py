# %% [markdown] id="title"
# # Does it work on anything new?
#
# A model that knows its examples by heart is of no use: you have the answers to those. What counts is the answer to something it has
# never seen. In this lesson you build a model that memorises, catch it, and see three ways in which even careful people fool
# themselves.

# %% The tools id="imports"
from fastai.vision.all import *

# %% [markdown] id="about-memory"
# ## A perfect student
#
# Here are the measurements of lesson 3 once more: a curve, disturbed by noise. A third of the points are kept back, to be the
# **validation set**: chosen at random, and never shown to the model.

# %% Points to learn, points to keep id="points"
torch.manual_seed(3)
x = torch.rand(45) * 4 - 2
y = 3 * x**2 + 2 * x + 1 + torch.randn(45) * 2
train_x, train_y, valid_x, valid_y = x[:30], y[:30], x[30:], y[30:]
plt.scatter(train_x, train_y, label='training')
plt.scatter(valid_x, valid_y, label='validation')
plt.legend();

# %% [markdown] id="about-nearest"
# And here is the simplest model of all: for any `x` it looks up the nearest example and gives its answer. No parameters, no training:
# pure memory. How far off will it be, on average, on the *training* points?

# %% A model that memorises id="memory" tags=["guess"]
def memory(at):
    return torch.stack([train_y[(train_x - value).abs().argmin()] for value in at])

def off(predictions, truth): return (predictions - truth).abs().mean().item()

print(f'training {off(memory(train_x), train_y):.2f}')

# %% [markdown] id="about-zero"
# Nothing! A perfect model? Ask it for the points it has not seen.

# %% On the validation set id="memory-valid" tags=["guess"]
print(f'validation {off(memory(valid_x), valid_y):.2f}')

# %% [markdown] id="about-overfit"
# It learned the noise as if it were the curve. A model that does better and better on what it has seen, and worse on anything else, is
# **overfitting**: like a pupil who learns last year's answers by heart. It is the most important thing that goes wrong in training, and
# the training loss cannot show it.
#
# ## From too simple to too clever
#
# A polynomial of degree 1 is a line; of degree 2 a quadratic; of degree 15 it can wriggle through nearly any thirty points. `fit` finds
# a good one of a degree for the training points.

# %% Polynomials id="polynomials"
def powers(x, degree): return torch.stack([(x / 2) ** d for d in range(degree + 1)], dim=1)

def fit(degree):
    a = powers(train_x, degree)
    torch.manual_seed(0)
    weights = torch.zeros(degree + 1, requires_grad=True)
    opt = torch.optim.Adam([weights], lr=0.1)
    for step in range(3000):
        loss = F.mse_loss(a @ weights, train_y)
        loss.backward()
        opt.step()
        opt.zero_grad()
    return lambda at: (powers(at, degree) @ weights).detach()

line = fit(1)
print(f'degree 1: training {off(line(train_x), train_y):.2f}, validation {off(line(valid_x), valid_y):.2f}')

# %% [markdown] id="about-degrees"
# The line is *too simple*: bad on both sets. That is called underfitting. Now let the degree rise: the more freedom
# it has, the closer it can get to the points it learns from. At which degree will the **validation** error be lowest?

# %% Rising degrees id="degrees" tags=["guess"]
degrees = [1, 2, 3, 5, 8, 12, 16]
train_off, valid_off = [], []
for degree in degrees:
    curve = fit(degree)
    train_off.append(off(curve(train_x), train_y))
    valid_off.append(off(curve(valid_x), valid_y))
    print(f'degree {degree:2}: training {train_off[-1]:.2f}, validation {valid_off[-1]:.2f}')

# %% Draw them id="degrees-plot"
plt.plot(degrees, train_off, label='training')
plt.plot(degrees, valid_off, label='validation')
plt.xlabel('degree')
plt.legend();

# %% [markdown] id="about-choose"
# The truth is a quadratic, degree 2, and everything beyond it serves to follow the noise. The two curves part there, and that parting
# is what to look for in every training table: `train_loss` goes on falling, `valid_loss` does not.
#
# Which degree would you take into the world?

# %% Choose id="choose" tags=["exercise"]
#| blank: valid_off
#| hint: One of the two lists tells what will happen with new points.
#| hint: Take the degree where the error on the points it has *not* seen is lowest.
#| wrong: train_off => memorises best
#| wrong: degrees => the smallest degree
def lowest(errors): return degrees[errors.index(min(errors))]

chosen = lowest(valid_off)
chosen

# %% id="choose-check" tags=["check"]
assert chosen != lowest(train_off), 'That is the one that memorises best. Which list speaks of new points?'
assert chosen != 1, 'That is the smallest degree, whatever the errors are.'
assert chosen == lowest(valid_off), 'Take the degree with the lowest validation error.'

# %% [markdown] id="about-time"
# ## A time series, split in two ways
#
# A validation set must be like the future. Often a random sample is not. Here are three years of a shop's sales: they rise, they have a
# season, and each day is much like the day before.

# %% Three years of sales id="sales"
torch.manual_seed(5)
days = torch.arange(1095.)
drift = torch.randn(1095).cumsum(0) * 1.5
sales = 200 + days * 0.1 + 30 * torch.sin(days * 2 * math.pi / 365) + drift
plt.plot(days, sales);

# %% [markdown] id="about-neighbour"
# The model is again the one that looks up the nearest day it knows. First it is tested on a **random** fifth of the days. How far off
# will it be?

# %% A random split id="random-split" tags=["guess"]
def nearest(train_days, at):
    return torch.stack([sales[train_days[(train_days - day).abs().argmin()].long()] for day in at])

torch.manual_seed(0)
mixed = torch.randperm(1095).float()
train_days, valid_days = mixed[219:], mixed[:219]
print(f'off by {off(nearest(train_days, valid_days), sales[valid_days.long()]):.1f}')

# %% [markdown] id="about-by-time"
# Wonderful. But this is a test of filling gaps: yesterday and tomorrow were among its examples. What is it for? To foretell *next* year,
# of which nothing is known yet. So train on the past, and test on what came **after** it.

# %% A split by time id="time-split" tags=["guess"]
train_days, valid_days = days[:876], days[876:]
print(f'off by {off(nearest(train_days, valid_days), sales[valid_days.long()]):.1f}')

# %% [markdown] id="about-truth"
# The second number is the honest one. The first was not "a little optimistic", it answered another question.
#
# ## New people
#
# The same trap in another coat. Photos of drivers, say: is this one looking at the road? Each person was photographed many times. In use
# the system meets **people whom it has never seen**. Here each person is three numbers that never change (face, clothes, car) and two
# that tell what they do. The label is what they do, but every person was photographed mostly in one mood.

# %% Forty people id="people"
torch.manual_seed(1)
people = torch.randn(40, 3) * 3
habit = (torch.rand(40) < 0.5).float()
who = torch.arange(40).repeat(25)
looks_away = torch.where(torch.rand(1000) < 0.85, habit[who], 1 - habit[who])
behaviour = looks_away[:, None] * 1.0 + torch.randn(1000, 2) * 1.2
photos = torch.cat([people[who] + torch.randn(1000, 3) * 0.1, behaviour], dim=1)
photos.shape

# %% Train and test id="train-people"
def error(train, valid):
    torch.manual_seed(0)
    net = nn.Sequential(nn.Linear(5, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 1))
    opt = torch.optim.Adam(net.parameters(), lr=0.01)
    for step in range(300):
        loss = F.binary_cross_entropy_with_logits(net(photos[train])[:, 0], looks_away[train])
        loss.backward()
        opt.step()
        opt.zero_grad()
    return ((net(photos[valid])[:, 0] > 0) != (looks_away[valid] == 1)).float().mean().item()

shuffled = torch.randperm(1000)
print(f'random photos kept back: {error(shuffled[200:], shuffled[:200]):.0%} wrong')

# %% [markdown] id="about-new-people"
# Now keep back whole people: nobody in the validation set was ever seen in training. Better, worse, or the same?

# %% New people id="new-people" tags=["guess"]
known, new = (who < 32).nonzero()[:, 0], (who >= 32).nonzero()[:, 0]
print(f'new people: {error(known, new):.0%} wrong')

# %% [markdown] id="about-leak"
# On random photos the network could recognise *who* it is, and remember that person's mood. That works until it meets a stranger. In
# lesson 2 you kept back whole birds for the same reason: not pictures of one owl on both sides.
#
# ## The set that nobody sees
#
# There is a third set. You look at the validation error, change something, look again: after fifty such rounds *you* have fitted your
# choices to it. So a **test set** is put away at the start and used once, at the end. Lesson 13 shows what happens without it.
#
# fastai insists. Load data without saying what to keep back, and it keeps back a random fifth by itself; and each table shows `valid_loss`
# and the metrics on the validation set, never on the training set. There is no way to see a flattering number by accident.

# %% fastai keeps a fifth back id="fastai"
path = untar_data(URLs.BIRDS)
dls = ImageDataLoaders.from_folder(path, valid_pct=0.2, seed=42, item_tfms=Resize(64))
len(dls.train_ds), len(dls.valid_ds)

# %% [markdown] id="end"
# ## What you did
#
# You caught a model that memorises, found the degree at which learning turns into memorising, and saw a random split flatter twice: for
# days, and for people. A rule that covers it all: *the validation set must be as new to the model as the world will be.*
#
# Things to try: thirty times as many training points in `points` (`torch.rand(945)`, and split at 930), and degree 16 again; fewer
# people in `people`.
