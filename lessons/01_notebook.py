# %% [markdown] id="title"
# # The notebook
#
# A notebook is a conversation. You type a little code, a *cell*; the computer answers at once; you look at the answer and
# decide what to type next. This lesson takes ten minutes and asks for no knowledge of programming.
#
# A cell stands ready at the prompt below. Press **Enter** to run it, and Enter once more to go on.

# %% The first cell id="first"
1 + 1

# %% [markdown] id="about-values"
# The answer stands behind `Out[1]`: a cell shows the value of its last line.
#
# Before you run the next cell, you will be asked what you expect. Guess! A guess costs nothing, and finding out that it was
# wrong is how one learns. `**` means *to the power of*.

# %% A large number id="power" tags=["guess"]
2 ** 10

# %% [markdown] id="about-names"
# ## Names
#
# `=` gives a value a name. The cell shows nothing, for giving a name is not asking a question. The name is there from now on,
# in all cells that you run later.

# %% Give names id="names"
pictures = 840
kept_back = pictures * 0.2

# %% Ask for one id="ask"
kept_back

# %% [markdown] id="about-exercise"
# ## Your turn
#
# Now and then a cell has a blank, `___`, for you to fill in. The cursor stands at it: type, and press Enter.
# `hint` (Alt-h) helps a little, and then a little more; `solution` (Alt-o) shows an answer.
#
# 840 pictures, a fifth of them kept back: how many are left to learn from?

# %% Left to learn from id="left" tags=["exercise"]
#| blank: pictures - kept_back
#| hint: You have names for both numbers.
#| hint: All pictures, minus those kept back.
#| wrong: kept_back => are kept back
#| wrong: pictures + kept_back => more than there are
#| wrong: 840 - 200 => a fifth of 840
left = pictures - kept_back
left

# %% id="left-check" tags=["check"]
assert left != kept_back, 'That many are kept back. How many are not?'
assert left <= pictures, 'That is more than there are: take away, do not add.'
assert left == 672, f'{left} is not it: a fifth of 840 is kept back, and the rest is left.'

# %% [markdown] id="about-kinds"
# ## Words and lists
#
# Text stands in quotes. A list stands in brackets, and its places are counted from 0.

# %% A list id="list" tags=["guess"]
birds = ['kestrel', 'owl', 'robin']
birds[1]

# %% [markdown] id="about-methods"
# What a value can do is behind a dot. Type `birds.` at the prompt and press **Tab** to see it all for a list. Tab completes
# names, too, and files.
#
# A question mark before or behind a name explains it: `?len` or `len?`. This one counts.

# %% Help id="help"
# ?len

# %% [markdown] id="about-loops"
# A list of new values is made from an old one by saying what becomes of each.

# %% For each id="each"
[bird.upper() for bird in birds]

# %% [markdown] id="about-functions"
# ## Functions
#
# A *function* is a recipe with a name. `def` writes one down: what it takes stands in the brackets, what it gives behind
# `return`. Nothing happens until it is called.

# %% A recipe id="function"
def share(part, whole):
    return part / whole

share(3, 12)

# %% [markdown] id="about-error"
# ## When something goes wrong
#
# Errors are ordinary. Nothing breaks, and nothing is lost. Read the last line first: it says what happened, and often what to
# do. The next cell has one on purpose.

# %% An error id="error" tags=["guess", "raises-exception"]
share(3, hole=12)

# %% [markdown] id="about-fix"
# It wants `whole`. Bring the cell back with **Up**, mend it, and run it again: that is most of what programming is. Up brings
# back any earlier cell; **Ctrl-R** searches them.
#
# ## Pictures of numbers
#
# A list of numbers says little; a plot of it says much. `import` fetches tools that others have written.

# %% A plot id="plot"
import matplotlib.pyplot as plt
plt.plot([n ** 2 for n in range(20)])
plt.title('squares');

# %% [markdown] id="about-your-function"
# ## Once more, by yourself
#
# In the next lesson you will meet the *error rate*: of all answers, the share that was wrong. Write it down as a function.

# %% Error rate id="error-rate" tags=["exercise"]
#| blank: wrong / answers
#| hint: It is a share: a part of a whole.
#| hint: The part is what was wrong. `/` divides.
#| wrong: answers / wrong => upside down
#| wrong: wrong => how many, not which share
#| wrong: 1 - wrong / answers => share of right answers
def error_rate(wrong, answers):
    return wrong / answers

error_rate(5, 100)

# %% id="error-rate-check" tags=["check"]
assert error_rate(5, 100) != 20, 'That is upside down: the part goes first, then the whole.'
assert error_rate(5, 100) != 5, 'That is how many, not which share of all.'
assert error_rate(5, 100) != 0.95, 'That is the share of right answers.'
assert error_rate(5, 100) == 0.05 and error_rate(1, 4) == 0.25, 'With 5 of 100 wrong the error rate is 0.05.'

# %% [markdown] id="about-learning"
# ## What all this is for
#
# Deep learning is a way to have a computer learn from examples what nobody could write down as rules. You will train such a
# network in the next lesson. People often believe that they lack something for it. Here is what it takes:
#
# - **Mathematics**: what is taught at school is enough to begin, and more can come when it is needed.
# - **Data**: often less than one thinks. A few dozen pictures of each kind can do, because one begins with a network that has
#   already seen millions of others.
# - **A computer**: the one in front of you trains everything in these lessons. For larger things one rents a *GPU*, a graphics
#   processing unit: a chip that was made to draw games, and does thousands of small sums at the same time, which is exactly what
#   a network needs.
# - **A degree**: no. Much of what works was found by people who tried things out, carefully.
#
# And here is where it leads the field today, or stands near the top: understanding and writing text; seeing what is in a
# picture, and finding it in satellite images; telling ill from healthy on X-rays and slides; folding proteins and reading
# genomes; making pictures and music; recommending; playing games; steering robots; and forecasts in trade, energy and logistics.

# %% [markdown] id="end"
# ## What you did
#
# You ran cells, named values, read help, met an error without harm, wrote two functions and drew a plot. Four things to keep:
#
# - **Tab** completes, **Up** brings back, **Ctrl-R** searches, **Ctrl-C** stops.
# - `name?` explains.
# - `%history` lists what you did; `%save notes.ipynb` keeps it as a notebook for Jupyter.
# - `lesson` shows all lessons and how far you are.
#
# Now for the real thing: `lesson 2`.
