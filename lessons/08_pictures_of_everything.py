# %% [markdown] id="title"
# # Pictures of everything
#
# You have a tool that tells pictures apart. It is a better tool than it looks, for nearly anything can be *made* into a picture: a sound,
# a heartbeat, the path of a mouse, a program. In this lesson a network that has only ever seen photographs learns to hear.

# %% The tools id="imports"
from fastai.vision.all import *

# %% [markdown] id="about-sound"
# ## A sound is a list of numbers
#
# A microphone measures the pressure of the air some thousand times a second. Here are three birds of our own make: one whose whistle
# rises, one whose whistle falls, and one that trills. Each call is half a second long, differently high, fast and loud, with some noise
# of wind.

# %% Three singers id="sounds"
rate = 8000
time = torch.arange(rate // 2) / rate

def call(kind):
    start, span = 900 + torch.rand(1) * 900, 500 + torch.rand(1) * 700
    if kind == 'rise':
        pitch = start + span * time * 2
    elif kind == 'fall':
        pitch = start + span - span * time * 2
    else:
        pitch = start + span / 2 + span / 2 * torch.sin(2 * math.pi * (14 + torch.rand(1) * 8) * time)
    wave = torch.sin(2 * math.pi * pitch.cumsum(0) / rate) * torch.sin(math.pi * time * 2)
    return wave * (0.3 + torch.rand(1)) + torch.randn(len(time)) * 0.25

torch.manual_seed(0)
rise, fall, trill = call('rise'), call('fall'), call('trill')
plt.plot(time[:400], rise[:400]);

# %% [markdown] id="about-wave"
# That is the first twentieth of a second of a rising whistle. Could you tell from such a curve that it rises? The other two look the same.
# What we hear is not the pressure but the *pitch*, and how it changes.
#
# ## A picture of a sound
#
# Cut the sound into short pieces, and ask for each piece how much of each pitch is in it: multiply it by a wave of that pitch, and see
# whether they go together. Time to the right, pitch upwards, strength as light: a **spectrogram**.

# %% A spectrogram id="spectrogram"
window, hop = 256, 60
pitches = torch.arange(64) * 50.
angles = 2 * math.pi * pitches[:, None] * torch.arange(window) / rate
hann = torch.sin(math.pi * torch.arange(window) / window) ** 2
cosines, sines = torch.cos(angles) * hann, torch.sin(angles) * hann

def spectrogram(sound):
    pieces = torch.stack([sound[i:i + window] for i in range(0, len(sound) - window, hop)], dim=1)
    strength = ((cosines @ pieces) ** 2 + (sines @ pieces) ** 2).sqrt()
    return torch.log(strength + 1).flip(0)

picture = spectrogram(rise)
picture.shape

# %% [markdown] id="about-see"
# Here are the three, side by side, in the order *rise, fall, trill*. Would you know them apart now, without being told?

# %% See three sounds id="see" tags=["guess"]
show_images([spectrogram(sound) for sound in [rise, fall, trill]], titles=['rise', 'fall', 'trill'])

# %% [markdown] id="about-rule"
# That is the rule of thumb for making pictures of anything: **if you can see the difference in the picture, a network most likely can,
# too.** Make them so.
#
# ## Train on pictures of sounds
#
# Save 90 calls as pictures, one folder for each singer. From here on it is lesson 2.

# %% Save them id="save"
folder = Path('sounds')
torch.manual_seed(1)
for kind in ['rise', 'fall', 'trill']:
    (folder/kind).mkdir(parents=True, exist_ok=True)
    for number in range(30):
        grey = spectrogram(call(kind))
        grey = (grey / grey.max() * 255).to(torch.uint8)
        Image.fromarray(np.array(torch.stack([grey] * 3, dim=2))).save(folder/kind/f'{number}.png')
len(get_image_files(folder))

# %% [markdown] id="about-flip"
# One thing is different from photographs. A mirrored bird is a bird; but what is a mirrored spectrogram of a *rising* whistle? So no
# flips here: the cells below use none.
#
# What share of the calls kept back will it get wrong? Chance would get two of three wrong.

# %% Listen and learn id="train" tags=["guess"]
set_seed(1)
dls = ImageDataLoaders.from_folder(folder, valid_pct=0.3, seed=1, item_tfms=Resize(96, method=ResizeMethod.Squish), bs=16)
learn = vision_learner(dls, 'efficientnet_lite0', metrics=error_rate)
learn.fine_tune(4, 5e-3)

# %% See what it hears id="results"
learn.show_results(max_n=6)

# %% [markdown] id="about-mirror"
# Now the mirror. Take a new rising call, and play it backwards. What will the network call it?

# %% Backwards id="backwards" tags=["guess"]
torch.manual_seed(99)
sound = call('rise')

def ask(sound):
    grey = spectrogram(sound)
    grey = (grey / grey.max() * 255).to(torch.uint8)
    return learn.predict(PILImage.create(np.array(torch.stack([grey] * 3, dim=2))))[0]

print('forwards: ', ask(sound))
print('backwards:', ask(sound.flip(0)))

# %% [markdown] id="about-series"
# ## A time series as a picture
#
# Any row of measurements will do, not only sound. One way is to compare each moment with each other moment: light where the two values
# are alike, dark where they differ. A regular beat makes a regular carpet; a missing beat tears it. Here is a heart, made of sums.

# %% A heart that skips a beat id="heart"
def heart(skips):
    beats = torch.zeros(200)
    for start in range(5, 195, 19):
        if not (skips and 90 < start < 110):
            beats[start:start + 6] += tensor([.2, 1., -.4, .1, .3, .2])
    return beats + torch.randn(200) * 0.03

def carpet(series): return -(series[:, None] - series[None]).abs()

torch.manual_seed(0)
plt.plot(heart(skips=True));

# %% The two as pictures id="carpets"
show_images([carpet(heart(False)), carpet(heart(True))], titles=['regular', 'skips'])

# %% [markdown] id="about-others"
# ## What people have made pictures of
#
# - **Sounds**: birds, whales, chainsaws in a forest, machines about to break.
# - **Time series**: heartbeats, olive oils told apart by what they absorb, movements of a wrist.
# - **The path of a mouse**, drawn as lines, with the speed as colour and clicks as dots: it shows whether the rightful owner is at work.
# - **Programs**: the bytes of a file as grey pixels, row by row. Families of malicious programs have textures that one can see.
#
# In each case the person who had the idea knew the field, and needed no new kind of network.

# %% Bytes as a picture id="bytes"
data = Path('sounds/rise/0.png').read_bytes()
side = int(len(data) ** 0.5)
show_image(tensor(list(data[:side * side])).view(side, side))

# %% [markdown] id="about-yours"
# ## Yours
#
# The trick is to keep in the picture what matters and leave out what does not. How loud a call is does not matter here: the bird may be
# far away. So let every picture go from black, 0, to white, 1, whatever numbers it began with.

# %% From black to white id="even" tags=["exercise"]
#| blank: picture.max() - picture.min()
#| hint: Above the bar, the least number has become 0. How large is the greatest now? That is to become 1.
#| hint: Divide by the distance from the least to the greatest.
#| wrong: picture.max() => greatest number is not 1
#| wrong: picture.mean() => whiter than white
#| wrong: picture.min() - picture.max() => wrong way round
def even(picture):
    return (picture - picture.min()) / (picture.max() - picture.min())

faint = even(tensor([[2., 3.], [4., 6.]]))
faint

# %% id="even-check" tags=["check"]
assert faint.max() >= 0 and faint.min() >= 0, 'The picture is the wrong way round: light has become dark.'
assert faint.max() <= 1, f'{faint.max():.2f} is whiter than white: divide by more.'
assert faint.max() == 1, f'The greatest number is not 1, but {faint.max():.2f}: the least one was taken off first.'
assert faint.min() == 0 and abs(faint[0, 1].item() - 0.25) < 1e-6, 'From 2 to 6, the number 3 is a quarter of the way.'

# %% [markdown] id="end"
# ## What you did
#
# You turned sound into pictures by a few sums, taught a network of photographs to hear, saw a heart skip a beat, and know why mirrored
# pictures are not always welcome.
#
# Things to try: a fourth singer; `batch_tfms=aug_transforms()` in `train`, which flips pictures, and the error rate that comes of it;
# measurements of your own.
