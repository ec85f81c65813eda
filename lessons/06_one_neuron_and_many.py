# %% [markdown] id="title"
# # One neuron, and many
#
# The idea is older than the computer on your desk, and it was given up twice. In this lesson you build the machine of the 1950s,
# watch it fail at a problem that a child can do, and see how little it takes to mend it.
#
# You need nothing from earlier lessons but cells and functions.

# %% The tools id="imports"
import torch
import matplotlib.pyplot as plt
from torch import nn
import torch.nn.functional as F

# %% [markdown] id="about-neuron"
# ## 1943: a neuron as a sum
#
# The neurophysiologist Warren McCulloch and the logician Walter Pitts described a nerve cell by simple arithmetic: it adds up
# what comes in, each input with a *weight* of its own, and fires when the sum passes a threshold. Here is one. The threshold is
# written as `bias`, so that the neuron fires when the sum is above 0.

# %% An artificial neuron id="neuron"
def neuron(x1, x2, w1, w2, bias):
    return 1 if x1 * w1 + x2 * w2 + bias > 0 else 0

neuron(1, 0, w1=1, w2=1, bias=-0.5)

# %% [markdown] id="about-table"
# With two inputs that are 0 or 1 there are four cases. With weights 1 and 1 and bias -0.5, what does the neuron say to each?
# Guess which word describes it: AND, OR, or neither.

# %% All four cases id="four" tags=["guess"]
cases = [(0, 0), (0, 1), (1, 0), (1, 1)]

def table(w1, w2, bias):
    return [neuron(a, b, w1, w2, bias) for a, b in cases]

table(1, 1, -0.5)

# %% [markdown] id="about-and"
# It fires when at least one input is on: OR. Change one number, and the same neuron says AND, which fires only when both are on.

# %% Make it AND id="and" tags=["exercise"]
#| blank: -1.5
#| hint: The weights stay. One input alone (a sum of 1) must no longer be enough, two (a sum of 2) must be.
#| hint: The bias is taken off the sum: it must take off more than 1 and less than 2.
#| wrong: -0.5 => still OR
#| wrong: -2.5 => never fires
#| wrong: 0.5 => fires always
and_bias = -1.5
table(1, 1, and_bias)

# %% id="and-check" tags=["check"]
_said = table(1, 1, and_bias)
assert _said != [0, 1, 1, 1], 'That is still OR: one input alone is enough.'
assert _said != [0, 0, 0, 0], 'Now it never fires: the bias takes off more than both inputs bring.'
assert _said != [1, 1, 1, 1], 'Now it fires always, even with both inputs off.'
assert _said == [0, 0, 0, 1], f'It says {_said}, and is to say [0, 0, 0, 1].'

# %% [markdown] id="about-perceptron"
# ## 1958: the machine that finds its own weights
#
# Frank Rosenblatt, a psychologist, gave the neuron what it lacked: a way to *learn* its weights from examples. He built it, too:
# the **Mark I Perceptron**, a room of wires and motors that turned knobs, and that learned to tell simple shapes apart. It was
# the first machine on the principle of the artificial neuron.
#
# His rule fits in a line: when the answer is wrong, push each weight a little towards the right one.

# %% Learn from mistakes id="perceptron"
def learn(answers, rounds=20, step=0.1):
    w1, w2, bias = 0., 0., 0.
    for _ in range(rounds):
        mistakes = 0
        for (a, b), wanted in zip(cases, answers):
            error = wanted - neuron(a, b, w1, w2, bias)
            w1, w2, bias = w1 + step * error * a, w2 + step * error * b, bias + step * error
            mistakes += abs(error)
        if mistakes == 0:
            break
    return mistakes, (round(w1, 2), round(w2, 2), round(bias, 2))

print('OR ', learn([0, 1, 1, 1]))
print('AND', learn([0, 0, 0, 1]))

# %% [markdown] id="about-xor"
# No mistakes left, in both cases. Nobody told it the weights.
#
# Now the famous one. XOR, *exclusive or*, fires when exactly one input is on: one or the other, not both. Give the perceptron
# a thousand rounds. How many of the four cases will it still get wrong in the last round: 0, or more?

# %% XOR id="xor" tags=["guess"]
learn([0, 1, 1, 0], rounds=1000)

# %% [markdown] id="about-why"
# ## Why one layer fails
#
# It never settles. Draw the four cases as points, and you see why. A neuron's rule, `x1 * w1 + x2 * w2 + bias > 0`, is a straight
# line with *yes* on one side. The two *yes* points of XOR lie in opposite corners. Try to part them from the others with one
# straight cut!

# %% Draw it id="draw"
on = [(0, 1), (1, 0)]
off = [(0, 0), (1, 1)]
plt.scatter([a for a, b in on], [b for a, b in on], label='yes')
plt.scatter([a for a, b in off], [b for a, b in off], label='no')
plt.title('XOR')
plt.legend();

# %% [markdown] id="about-books"
# In 1969 Marvin Minsky and Seymour Papert proved it in a book, *Perceptrons*: one layer of these devices cannot learn even such
# simple things. The same book showed that **several layers** could. Only the first half was heard, and for years nearly everybody
# gave the subject up. That was the first misunderstanding.
#
# Here is the second half. Three neurons, two of which look at the inputs, while the third looks at these two: one says OR, one
# says AND, and the last says *the first, but not the second*.

# %% Two layers id="layers" tags=["exercise"]
#| blank: w1=1, w2=-1
#| hint: The last neuron is to fire when `some` is on and `both` is off. Which of the two speaks against it?
#| hint: A weight below 0 speaks against: w1 for `some` is 1, and w2 for `both` is…
#| wrong: w1=1, w2=1 => speaks for it
#| wrong: w1=-1, w2=1 => the wrong way round
def xor(a, b):
    some = neuron(a, b, w1=1, w2=1, bias=-0.5)
    both = neuron(a, b, w1=1, w2=1, bias=-1.5)
    return neuron(some, both, w1=1, w2=-1, bias=-0.5)

[xor(a, b) for a, b in cases]

# %% id="layers-check" tags=["check"]
_said = [xor(a, b) for a, b in cases]
assert _said != [0, 1, 1, 1], 'With both inputs on it still fires: `both` speaks for it, and is to speak against it.'
assert _said != [0, 0, 0, 0], 'It never fires: the signs are the wrong way round.'
assert _said == [0, 1, 1, 0], f'It says {_said}, and is to say [0, 1, 1, 0].'

# %% [markdown] id="about-pdp"
# ## 1986: how to learn the layers
#
# We set those weights by hand. The way to *learn* them in layers became widely known with a second book, *Parallel Distributed
# Processing*, by David Rumelhart, James McClelland and the PDP group. They asked what it takes to process as brains do, and named
# eight things, which every network still has:
#
# 1. a set of processing units;
# 2. a state of activation;
# 3. an output function for each unit;
# 4. a pattern of connectivity among the units;
# 5. a rule that propagates activity through the connections;
# 6. an activation rule, which combines a unit's inputs with its state into a new one;
# 7. a learning rule, by which experience changes the connections;
# 8. an environment in which the system works.
#
# In today's words: layers of neurons, activations and activation functions, weights, the forward pass, gradient descent, data.
# The next cell has them all. `nn.Linear(2, 4)` is four neurons with two inputs each, `nn.Tanh()` their output function.

# %% A network that learns XOR id="network"
torch.manual_seed(0)
x = torch.tensor([[0., 0.], [0., 1.], [1., 0.], [1., 1.]])
y = torch.tensor([[0.], [1.], [1.], [0.]])
net = nn.Sequential(nn.Linear(2, 4), nn.Tanh(), nn.Linear(4, 1), nn.Sigmoid())
optimizer = torch.optim.SGD(net.parameters(), lr=1.)
losses = []
for step in range(1000):
    loss = F.binary_cross_entropy(net(x), y)
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
    losses.append(loss.item())
net(x).round()

# %% The loss on its way id="losses"
plt.plot(losses)
plt.title('loss, step by step');

# %% [markdown] id="about-second"
# Solved, and nobody told it how. So why did it take until about 2010? In theory one further layer is enough for any function.
# In practice such networks were too big and too slow to be of use, and people took that for a limit of the idea. It was a limit of
# the computers, and of the number of layers they dared to use: **more layers** learn the same with far fewer neurons. That was
# the second misunderstanding. GPUs, more data and more layers removed it.

# %% [markdown] id="about-universal"
# ## Any curve at all
#
# "One further layer is enough": that is the *universal approximation theorem*. A network with one hidden layer, if that is wide
# enough, can come as close as you like to any smooth curve, and with enough of it, to any such rule that takes numbers to numbers.
#
# See it happen. Here is a curve that no straight line comes near.

# %% A curve id="curve"
torch.manual_seed(0)
x = torch.linspace(-2, 2, 200)[:, None]
y = torch.sin(3 * x) + 0.3 * x ** 2
plt.plot(x, y);

# %% [markdown] id="about-fit"
# The building block is the *rectified linear unit*, ReLU: a straight line, with everything below 0 cut off, so that it has one
# bend. A sum of many of them has many bends. `fit` trains a network with so many bends for a while and gives back its curve and
# how far it is off: the mean of the squared distances, by which you may judge it.

# %% A network as wide as you like id="fit"
def fit(width, steps=800):
    torch.manual_seed(1)
    net = nn.Sequential(nn.Linear(1, width), nn.ReLU(), nn.Linear(width, 1))
    optimizer = torch.optim.Adam(net.parameters(), lr=0.02)
    for step in range(steps):
        loss = F.mse_loss(net(x), y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
    return net(x).detach(), loss.item()

few, error = fit(2)
plt.plot(x, y, label='wanted')
plt.plot(x, few, label='2 bends')
plt.legend()
print(f'off by {error:.4f}')

# %% [markdown] id="about-many"
# Two bends do what two bends can. Now a hundred. By which factor will the error fall: twice, ten times, a hundred times?

# %% A hundred bends id="many" tags=["guess"]
many, better = fit(100)
plt.plot(x, y, label='wanted')
plt.plot(x, many, label='100 bends')
plt.legend()
print(f'off by {better:.4f}: {error / better:.0f} times better')

# %% [markdown] id="about-limits"
# The theorem says that good weights *exist*. It does not say that training finds them, how many neurons it takes, or that the curve
# is right where you have no data. Look outside: the network saw nothing beyond -2 and 2.

# %% Beyond the data id="beyond" tags=["guess"]
torch.manual_seed(1)
net = nn.Sequential(nn.Linear(1, 100), nn.ReLU(), nn.Linear(100, 1))
optimizer = torch.optim.Adam(net.parameters(), lr=0.02)
for step in range(800):
    loss = F.mse_loss(net(x), y)
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
far = torch.linspace(-4, 4, 200)[:, None]
plt.plot(far, torch.sin(3 * far) + 0.3 * far ** 2, label='truth')
plt.plot(far, net(far).detach(), label='network')
plt.legend();

# %% [markdown] id="end"
# ## What you did
#
# You built McCulloch and Pitts's neuron, let Rosenblatt's rule find its weights, watched one layer fail at XOR, and mended it with a
# second. You met the eight parts that PDP asked for, in nine lines of code, and saw a network bend itself around a curve, and know
# nothing beyond its end.
#
# Things to try: `fit(5)` and `fit(20)`; a curve of your own in the cell `curve`; XOR with `nn.Linear(2, 2)`, which works with some
# seeds and not with others.
