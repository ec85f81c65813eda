# %% [markdown] id="title"
# # How it learns
#
# In lesson 2 a network learned in a minute what a bird looks like. How? Here you build the whole of it by hand, from an idea of
# the 1950s to a machine that reads handwritten digits. There is no magic in it: a number that says how wrong we are, and small
# steps downhill.

# %% The tools id="imports"
from fastai.vision.all import *
from fastbook import gv

# %% [markdown] id="about-rules"
# ## Why not just write a program?
#
# An ordinary program is a list of steps that someone thought out. Try it for a bird: which steps lead from a million grey values to
# *yes, a bird*? We see birds without knowing how we do it, so we cannot write the steps down; and whatever rule you think of, light,
# distance, pose or a branch in front of it breaks it.
#
# Arthur Samuel, who worked at IBM, turned this around in 1949 and the years after. Do not tell the computer the steps: show it
# *examples* of the problem, and let it find out by itself. By 1961 his program played draughts so well that it beat a state champion.

# %% [markdown] id="about-samuel"
# ## Samuel's idea
#
# He described it in four parts:
#
# - the program has **weights**, numbers that change what it does. One choice of values for them is a *weight assignment*;
# - there is an automatic way to test how well a weight assignment **performs**;
# - there is a **mechanism** that changes the weights so that performance gets better;
# - nobody is needed in this: the machine goes round by itself, and so *learns from experience*.
#
# Draw it. An ordinary program has `inputs -> program -> results`. His has weights beside the inputs, and something that goes back.

# %% Draw Samuel's idea id="samuel"
gv('''ordering=in
inputs->model; weights->model
model->results->performance
performance->weights[constraint=false label=update]''')

# %% [markdown] id="about-today"
# ## The same in today's words
#
# | Samuel | today |
# |---|---|
# | program | **architecture**: the form of the function, such as a ResNet; with weights in it, a *model* |
# | weights | **parameters** |
# | results | **predictions** |
# | performance | **loss**, which is small when predictions are right |
# | (left unsaid) | **labels**: the right answers, without which nobody could tell |
#
# Nobody can say *why* such a model gave one prediction: it comes out of thousands or millions of parameters at once, and no single
# one of them means anything by itself.

# %% Draw it in today's words id="today"
gv('''ordering=in
inputs->architecture; parameters->architecture
architecture->predictions->loss; labels->loss
loss->parameters[constraint=false label=update]''')

# %% [markdown] id="about-quadratic"
# ## The smallest example
#
# Architecture: a quadratic, `a*x**2 + b*x + c`. It has three parameters. Here is one with the parameters 3, 2 and 1.

# %% A quadratic id="quadratic"
def quad(a, b, c, x): return a*x**2 + b*x + c

def mk_quad(a, b, c): return partial(quad, a, b, c)

f = mk_quad(3, 2, 1)
f(1.5)

# %% [markdown] id="about-noise"
# Real measurements are never exact. So we take twenty points of this curve and disturb them. From now on, forget the 3, the 2 and
# the 1: you have only the points, as in life.

# %% Measurements id="points"
torch.manual_seed(42)
x = torch.linspace(-2, 2, steps=20)[:, None]
y = f(x) * (1 + torch.randn(20, 1) * 0.15) + torch.randn(20, 1) * 0.5
plt.scatter(x.flatten(), y.flatten());

# %% [markdown] id="about-try"
# ## By hand
#
# Find the parameters yourself. Change the three numbers and run the cell again (`again`, or Up), until the line goes through the
# points. Three or four attempts are enough.

# %% Try some parameters id="try"
attempt = mk_quad(1.5, 1.5, 1.5)
plt.scatter(x.flatten(), y.flatten(), label='measured')
plt.plot(x.flatten(), attempt(x).flatten(), label='attempt')
plt.legend();

# %% [markdown] id="about-loss"
# ## How wrong are we?
#
# "It looks better" will not do for a machine. It needs one number: the **loss**. Take all differences between prediction and
# measurement, square them, and take the mean: the *mean squared error*.

# %% Mean squared error id="mse" tags=["exercise"]
#| blank: ((preds - acts) ** 2).mean()
#| hint: The difference first: `preds - acts`. Then square it. Then the mean.
#| hint: `** 2` squares every number of a tensor, and `.mean()` behind it takes the mean.
#| wrong: (preds - acts).mean() => cancel
#| wrong: ((preds - acts) ** 2).sum() => The mean, not the sum
#| wrong: ((preds - acts) ** 2) => one number
#| wrong: (preds - acts).abs().mean() => Squared
def mse(preds, acts):
    return ((preds - acts) ** 2).mean()

mse(attempt(x), y)

# %% id="mse-check" tags=["check"]
_p, _a = tensor([1., 2., 5.]), tensor([3., 2., 1.])
assert mse(_p, _a).numel() == 1, 'A loss is one number: take the mean of them all.'
assert abs(mse(_p, _a).item() - 2 / 3) > 1e-4, 'Too high and too low cancel, so that bad looks good: square first.'
assert abs(mse(_p, _a).item() - 20) > 1e-4, 'The mean, not the sum: else more points would mean more loss.'
assert abs(mse(_p, _a).item() - 2) > 1e-4, 'Squared, not without its sign: that is another loss (the mean absolute error).'
assert abs(mse(_p, _a).item() - 20 / 3) < 1e-4, f'For the differences -2, 0 and 4 it is 6.6667, not {mse(_p, _a).item():.4f}.'

# %% [markdown] id="about-slope"
# ## Which way is down?
#
# Turn one parameter a little, and see whether the loss falls. If it falls, turn on that way. How much the loss changes for a tiny
# change of a parameter is called the **gradient**. Look at `a` alone: raise it by 0.01.
#
# Will the loss rise or fall?

# %% Turn one knob id="knob" tags=["guess"]
def quad_mse(params):
    return mse(mk_quad(*params)(x), y)

before = quad_mse([1.5, 1.5, 1.5])
after = quad_mse([1.51, 1.5, 1.5])
print('rises' if after > before else 'falls')
slope_of_a = (after - before) / 0.01
slope_of_a

# %% [markdown] id="about-gradient"
# A network has millions of knobs, and trying each would take forever. There is a better way, and PyTorch does it: it remembers each
# step of a calculation, and works out the slope for *all* parameters at once by the rules of calculus. `requires_grad_` asks it to
# remember, `backward` to work backwards.

# %% Ask for the gradient id="gradient"
abc = tensor([1.5, 1.5, 1.5])
abc.requires_grad_()
loss = quad_mse(abc)
loss.backward()
abc.grad

# %% [markdown] id="about-compare"
# Compare the first number with the slope you found by turning the knob. They agree but for the size of our step: the gradient is
# the slope for a step that is infinitely small.
#
# A slope below zero means: raise the parameter, and the loss falls. So go *against* the gradient. How far? A small part of it: the
# **learning rate**, a number that *you* choose. Such numbers, which are not learned, are called *hyperparameters*.

# %% One step downhill id="step" tags=["exercise"]
#| blank: abc.grad * lr
#| hint: The step is a small part of the gradient.
#| hint: The gradient is `abc.grad`, the learning rate `lr`; the step is one times the other.
#| wrong: abc.grad => too far
#| wrong: -abc.grad * lr => uphill
#| wrong: lr => the same step for every parameter
lr = 0.01
abc = tensor([1.5, 1.5, 1.5])
abc.requires_grad_()
loss = quad_mse(abc)
loss.backward()
with torch.no_grad():
    abc -= abc.grad * lr
    new_loss = quad_mse(abc)
print(f'loss before {loss:.3f}, after {new_loss:.3f}')

# %% id="step-check" tags=["check"]
_moved = (abc - 1.5).detach()
assert not torch.allclose(_moved, -abc.grad, atol=1e-4), 'That is the whole gradient, and goes too far: times the learning rate.'
assert not torch.allclose(_moved, abc.grad * lr, atol=1e-4), 'That goes uphill: `-=` takes the step off already.'
assert not torch.allclose(_moved, tensor([-lr, -lr, -lr]), atol=1e-4), 'That is the same step for every parameter, whatever its slope.'
assert torch.allclose(_moved, -abc.grad * lr, atol=1e-4), 'The step is the gradient times the learning rate.'

# %% [markdown] id="about-loop"
# ## Again and again
#
# That was one step of **gradient descent**. Everything else is repetition. Twenty steps: predict, loss, gradient, step.

# %% Gradient descent id="descent"
abc = tensor([1.5, 1.5, 1.5])
abc.requires_grad_()
for i in range(20):
    loss = quad_mse(abc)
    loss.backward()
    with torch.no_grad():
        abc -= abc.grad * 0.02
        abc.grad.zero_()
    if i % 4 == 0: print(f'step {i}: loss {loss:.3f}')
abc

# %% [markdown] id="about-zero"
# `zero_` is needed because `backward` *adds* to the gradients that are there. A forgotten `zero_` is one of the commonest mistakes.
#
# Are the parameters near 3, 2 and 1? They need not be there exactly: the points were disturbed, and twenty steps are few.
#
# What if the learning rate is twenty-five times as large, 0.5? Will it learn faster?

# %% Too large a step id="too-large" tags=["guess"]
abc = tensor([1.5, 1.5, 1.5])
abc.requires_grad_()
for i in range(5):
    loss = quad_mse(abc)
    loss.backward()
    with torch.no_grad():
        abc -= abc.grad * 0.5
        abc.grad.zero_()
    print(f'step {i}: loss {loss:.3g}')

# %% [markdown] id="about-line"
# It leaps over the valley, higher up on the other side each time. Too small a rate takes forever, too large a one never arrives.
#
# ## A line
#
# The same loop with another architecture. A line has two parameters, and PyTorch has it ready: `nn.Linear(1, 1)`. `optim.SGD`
# takes the steps for you: it does just what you did by hand.

# %% Fit a line id="line"
torch.manual_seed(0)
hours = torch.rand(50, 1) * 10
marks = 5 * hours + 20 + torch.randn(50, 1) * 5
line = nn.Linear(1, 1)
opt = torch.optim.SGD(line.parameters(), lr=0.01)
for i in range(1000):
    loss = F.mse_loss(line(hours), marks)
    loss.backward()
    opt.step()
    opt.zero_grad()
print(f'marks = {line.weight.item():.1f} * hours + {line.bias.item():.1f}')
plt.scatter(hours.flatten(), marks.flatten(), label='measured')
plt.plot([0, 10], line(tensor([[0.], [10.]])).detach().flatten(), label='line')
plt.legend();

# %% [markdown] id="about-digits"
# ## Digits
#
# Now pictures. The sample has handwritten threes and sevens, 28 by 28 pixels each: 784 numbers. Nothing changes but the size of
# the input.

# %% Get the digits id="digits"
path = untar_data(URLs.MNIST_SAMPLE)
threes = (path/'train'/'3').ls().sorted()
sevens = (path/'train'/'7').ls().sorted()
len(threes), len(sevens)

# %% Look at one id="look"
three = Image.open(threes[1])
three.to_thumb(128)

# %% [markdown] id="about-pixels"
# To the computer it is numbers: 0 is empty, 255 full ink. Here is the middle of it.

# %% The numbers id="numbers"
df = pd.DataFrame(array(three)[4:16, 8:20])
df

# %% [markdown] id="about-baseline"
# ## First something simple
#
# Before training anything, try the simplest thing that could work: a **baseline**. Ours: the average three and the average seven. A
# new digit is whichever average it is nearer to. Without such a baseline you never know whether your network is worth its trouble.

# %% Stack them id="stack"
def stack(files): return torch.stack([tensor(Image.open(f)) for f in files]).float() / 255

train3, train7 = stack(threes), stack(sevens)
valid3 = stack((path/'valid'/'3').ls().sorted())
valid7 = stack((path/'valid'/'7').ls().sorted())
mean3, mean7 = train3.mean(0), train7.mean(0)
show_image(mean3)
train3.shape, valid3.shape

# %% [markdown] id="about-baseline-guess"
# What share of the kept-back digits will this get right? Coin tossing would get half.

# %% How good is it? id="baseline" tags=["guess"]
def distance(a, b): return (a - b).abs().mean((-1, -2))

def is_3(d): return distance(d, mean3) < distance(d, mean7)

right = torch.cat([is_3(valid3), ~is_3(valid7)]).float().mean()
print(f'{right:.3f}')

# %% [markdown] id="about-linear"
# ## A model with a parameter for each pixel
#
# A line had one weight; this has 784 and a bias. Pixels where threes have ink will get weights above 0, those where sevens have it,
# below. `sigmoid` squeezes the sum to between 0 and 1: how sure it is of a three.

# %% Inputs and labels id="inputs"
train_x = torch.cat([train3, train7]).view(-1, 28*28)
train_y = tensor([1] * len(train3) + [0] * len(train7)).unsqueeze(1)
valid_x = torch.cat([valid3, valid7]).view(-1, 28*28)
valid_y = tensor([1] * len(valid3) + [0] * len(valid7)).unsqueeze(1)
train_x.shape, train_y.shape

# %% [markdown] id="about-metric"
# Two different things are measured, and they are for two different readers:
#
# - the **metric** is for *you*: here accuracy, the share of right answers;
# - the **loss** is for the *optimiser*: it must change when a parameter changes a little, so that there is a slope. Accuracy mostly
#   does not: turn a weight by 0.001, and no answer flips.

# %% A loss for the optimiser, a metric for you id="loss-and-metric"
def mnist_loss(predictions, targets):
    predictions = predictions.sigmoid()
    return torch.where(targets == 1, 1 - predictions, predictions).mean()

def batch_accuracy(xb, yb):
    return ((xb.sigmoid() > 0.5) == yb).float().mean()

mnist_loss(tensor([[2.], [-1.]]), tensor([[1], [0]])), batch_accuracy(tensor([[2.], [-1.]]), tensor([[1], [0]]))

# %% [markdown] id="about-batches"
# Calculating the loss over all digits for one step is a waste, over a single one too shaky. So each step takes a **mini-batch**, and
# after each pass over all of them, an **epoch**, they are shuffled.

# %% Train the model id="train-linear"
torch.manual_seed(0)
dl = DataLoader(list(zip(train_x, train_y)), batch_size=64, shuffle=True)
valid_dl = DataLoader(list(zip(valid_x, valid_y)), batch_size=64)
model = nn.Linear(28*28, 1)
opt = torch.optim.SGD(model.parameters(), lr=1.)
for epoch in range(5):
    for xb, yb in dl:
        loss = mnist_loss(model(xb), yb)
        loss.backward()
        opt.step()
        opt.zero_grad()
    print(epoch, f'{batch_accuracy(model(valid_x), valid_y):.3f}')

# %% [markdown] id="about-weights"
# Look at what it learned: one weight for each pixel, as a picture. You may see the shadow of a three in it, and of a seven with the
# opposite sign.

# %% The weights as a picture id="weights"
plt.imshow(model.weight.detach().view(28, 28));

# %% [markdown] id="about-network"
# ## From a line to a network
#
# Two lines one after the other are only another line. Put something bent between them, and that changes: `nn.ReLU`, which turns
# everything below 0 into 0. That is a neural network, all of it. fastai's `Learner` runs the loop that you wrote.

# %% A neural network id="network" tags=["guess"]
torch.manual_seed(0)
net = nn.Sequential(nn.Linear(28*28, 30), nn.ReLU(), nn.Linear(30, 1))
dls = DataLoaders(dl, valid_dl)
learn = Learner(dls, net, opt_func=SGD, loss_func=mnist_loss, metrics=batch_accuracy)
learn.fit(10, 0.5)

# %% [markdown] id="about-result"
# With so few digits the network is hardly better than one layer, if at all: a line does most of this work, and even the averages were
# hard to beat. Remember that when somebody shows you a network without a baseline.

# %% [markdown] id="end"
# ## What you did
#
# You built Samuel's machine. It needs an **architecture**, **data** with **labels**, a **loss**, and a way to improve the parameters:
# **gradient descent**. That loop trains everything in these lessons: the network of lesson 2 has other layers and millions of
# parameters, and not one idea more.
#
# Some limits follow from it. A model can be made only with data; it learns only the patterns that are in them; it gives
# predictions, and not what to do about them; and there must be labels.
#
# Things to try: `lr=0.001` in the cell `train-linear`, then `lr=100.`; 5 neurons in `network` in place of 30.
