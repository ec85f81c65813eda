# %% [markdown] id="title"
# # When it goes wrong
#
# A model can be right on every test and do harm; it can be wrong on every test that counts and look brilliant. This lesson builds both
# kinds of failure in a few lines, so that you will know them when you meet them, and ends with a plan for doing better.

# %% The tools id="imports"
import random
import matplotlib.pyplot as plt

# %% [markdown] id="about-policing"
# ## A city with two districts
#
# In our city crime is the same everywhere: in each district exactly ten offences happen each day. The police has ten patrols, and a
# patrol can only record what happens where it is. Where more patrols are, more is *recorded*. That is all we assume.

# %% The city id="city"
districts = ['north', 'south']
offences_a_day = {'north': 10, 'south': 10}
patrols = 10

def recorded(district, patrols_there):
    seen = 0
    for _ in range(offences_a_day[district]):
        if random.random() < patrols_there / patrols:
            seen += 1
    return seen

random.seed(1)
[recorded('north', 5) for day in range(7)]

# %% [markdown] id="about-predict"
# The city buys a *predictive policing* system. It learns from the records where crime will be, and patrols are sent there the next
# day: each district gets its share of the patrols by its share of all records so far.
#
# It begins with a small accident. A few patrols more were in the north during the first week, so the records hold 6 offences there and
# 4 in the south. Crime is equal. What share of the patrols will the north have after two years?

# %% Two years of prediction id="loop" tags=["guess"]
def share_of_north(days, seed, start=(6, 4)):
    random.seed(seed)
    records = {'north': start[0], 'south': start[1]}
    shares = []
    for day in range(days):
        share = records['north'] / (records['north'] + records['south'])
        shares.append(share)
        records['north'] += recorded('north', patrols * share)
        records['south'] += recorded('south', patrols * (1 - share))
    return shares

shares = share_of_north(730, seed=1)
plt.plot(shares)
plt.ylim(0, 1)
plt.title('share of patrols in the north')
print(f'after two years: {shares[-1]:.2f}')

# %% [markdown] id="about-many-cities"
# One city might be chance. Here are eight with the same beginning. Crime is equal in all of them, so 0.5 would be right.

# %% Eight cities id="cities" tags=["guess"]
for seed in range(8):
    print(f'city {seed}: {share_of_north(730, seed)[-1]:.2f}')

# %% [markdown] id="about-never"
# Each city keeps, for good, whatever its first weeks happened to suggest. Nothing ever corrects it, for the data that could do so are
# never collected: *the system predicts where police will record crime, not where crime is.*
#
# Real systems are worse. They send patrols to the district with the *highest* prediction. Watch what that little step does.

# %% All patrols to the highest id="winner" tags=["guess"]
def winner_takes_all(days, seed, start=(6, 4)):
    random.seed(seed)
    records = {'north': start[0], 'south': start[1]}
    for day in range(days):
        top = max(records, key=records.get)
        records[top] += recorded(top, patrols)
    return records

winner_takes_all(730, seed=1)

# %% [markdown] id="about-feedback"
# This is a **feedback loop**: the model's predictions change the world, the changed world gives new data, and the new data confirm
# the model. The records now "prove" that the north is dangerous. Had the accident been that the north is where people of one origin
# live, the bias would be in the data, be trained into the model, and come back stronger.
#
# A way out: keep a part of the patrols out of the model's hands, spread evenly, and count per patrol instead of in all.

# %% Measure fairly id="fair" tags=["exercise"]
#| blank: found / patrols_there
#| hint: A district with twice the patrols records twice as much. Take that out.
#| hint: Offences for each patrol: divide one by the other.
#| wrong: found => twice the patrols
#| wrong: found * patrols_there => even more
#| wrong: patrols_there / found => upside down
def rate(found, patrols_there):
    return found / patrols_there

print('north', rate(found=84, patrols_there=8), 'south', rate(found=21, patrols_there=2))

# %% id="fair-check" tags=["check"]
assert rate(84, 8) != 84, 'With twice the patrols it still says twice the crime.'
assert rate(84, 8) != 84 * 8, 'Now patrols count even more than before.'
assert abs(rate(84, 8) - 8 / 84) > 1e-9, 'That is upside down: offences for each patrol, not patrols for each offence.'
assert rate(84, 8) == 10.5 and rate(21, 2) == 10.5, 'Both districts have 10.5 offences for each patrol.'

# %% [markdown] id="about-lucky"
# ## The model that was lucky
#
# Now the other kind: a model that looks brilliant and is worthless. Here are 300 "models" for a yes-or-no question. Each of them tosses
# a coin. We test them on a validation set of 40 questions and take the best, as one does with hyperparameters, architectures and seeds.
#
# How many of the 40 will the best one get right?

# %% The best of 300 coin tossers id="lucky" tags=["guess"]
random.seed(0)

def toss(count):
    return [random.randint(0, 1) for _ in range(count)]

def accuracy(predictions, truth):
    return sum(p == t for p, t in zip(predictions, truth)) / len(truth)

truth = toss(40)
models = [toss(40) for _ in range(300)]
scores = [accuracy(model, truth) for model in models]
best = scores.index(max(scores))
print(f'model {best}: {scores[best]:.0%} right')

# %% [markdown] id="about-test-set"
# A vendor would print that on a brochure. Now ask the same model forty *new* questions: a **test set**, which nobody chose anything
# by. For a coin tosser that means tossing again.

# %% The same model on new questions id="new" tags=["guess"]
new_truth = toss(40)
print(f'model {best}: {accuracy(toss(40), new_truth):.0%} right')

# %% [markdown] id="about-three"
# Whoever looks at the validation set often enough fits to it, by choosing. So three sets are kept apart:
#
# - the **training set**, which the model learns from;
# - the **validation set**, by which *you* choose and tune, so that you, too, overfit to it;
# - the **test set**, which nobody sees until everything is decided, and which is used once.
#
# An organisation that buys a model does the same: it keeps a test set of its own, which the vendor never sees, and checks the claim on
# it, by a metric that matters to *it*.

# %% [markdown] id="about-baseline"
# ## Better than what?
#
# "92 % accurate" is no praise by itself. Of the messages in an inbox 92 % are no spam: *say never* gets 92 %. A **simple baseline** shows
# what no model at all would give. Good ones are the average, the commonest answer, the last value, or one hand-written rule.
#
# Here are a shop's sales, day by day, and a "model" that somebody is proud of. It is off by about 12 a day.

# %% Sales id="sales"
random.seed(3)
sales = [200 + 40 * (day % 7 in (5, 6)) + random.gauss(0, 8) for day in range(140)]
plt.plot(sales)
plt.title('sales a day');

# %% A baseline id="weekly" tags=["exercise"]
#| blank: sales[day - 7]
#| hint: What is the simplest guess for a Saturday?
#| hint: The sales of the same weekday a week ago: seven places before.
#| wrong: sales[day - 1] => Saturday by Friday
#| wrong: sales[day] => already knows
#| wrong: 200 => weekends
def baseline(day):
    return sales[day - 7]

errors = [abs(baseline(day) - sales[day]) for day in range(7, 140)]
print(f'off by {sum(errors) / len(errors):.1f} a day')

# %% id="weekly-check" tags=["check"]
assert baseline(20) != sales[20], 'That already knows the answer: on the day itself nobody does.'
assert baseline(20) != sales[19], 'That foretells Saturday by Friday, and misses every weekend.'
assert baseline(20) != 200 and baseline(19) != 200, 'That misses the weekends. What is the same from week to week?'
assert baseline(20) == sales[13] and baseline(55) == sales[48], 'The same weekday of the week before is seven days back.'

# %% [markdown] id="about-better-than"
# One line beats the proud model. That happens often, and it is good news: either the baseline is all you need, or you know
# what your model must beat.

# %% [markdown] id="about-plan"
# ## A plan for an organisation
#
# Most projects fail not by their network but before it and after it. Ask, in this order:
#
# 1. **What will be done** differently, by whom, when the model has spoken? A prediction that changes no decision is worth nothing.
# 2. **Who can be hurt**, and how would we notice? Who checks the model's answers, and may overrule them? Could it feed itself?
# 3. **Where do data and labels come from**, and are they what we want to know, or only what someone wrote down?
# 4. **Set the test set apart**, first of all, chosen as the future will be: later dates, new people, other places. Lock it away.
# 5. **Choose the metric** by what matters, with the people whom it concerns, and **build the simple baseline**.
# 6. Only now train something. Begin small, with people looking at each answer; widen it slowly.
# 7. Test **once** on the locked set. Then keep measuring in use, for the world changes.
#
# If you remember two things: *a test set that nobody has seen*, and *a simple baseline to beat*.

# %% [markdown] id="end"
# ## What you did
#
# You saw a prediction make itself true, took the patrols out of the records, crowned the luckiest of 300 coins, and beat a proud model
# with one line.
#
# Two things to think about away from the computer: name three areas in which a feedback loop could do harm, and for one model that you
# know of, who would notice if it were wrong?
