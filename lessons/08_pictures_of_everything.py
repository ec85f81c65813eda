# %% [markdown] id="title"
# # Pictures of everything
#
# You have a tool that tells pictures apart. It is a better tool than it looks, for nearly anything can be *made* into a picture: a sound,
# a heartbeat, the path of a mouse, a program. In this lesson a network for pictures learns to hear.

# %% The tools id="imports"
from fastai.vision.all import *

# %% [markdown] id="about-sound"
# ## A sound is a list of numbers
#
# A microphone measures the pressure of the air some thousand times a second. Here are three birds of our own make: one whistles a tone
# that rises, one trills, and one chirps three times. Each call is half a second long, differently high, fast and loud, with some noise of
# wind.

# %% Three singers id="sounds"
rate = 8000
time = torch.arange(rate // 2) / rate

def call(kind):
    start, span = 600 + torch.rand(1) * 800, 500 + torch.rand(1) * 700
    loud = torch.sin(math.pi * time * 2)
    if kind == 'whistle':
        pitch = start + span * time * 2
    elif kind == 'trill':
        pitch = start + span / 2 + span / 2 * torch.sin(2 * math.pi * (14 + torch.rand(1) * 8) * time)
    else:
        pitch = start + span * torch.ones(len(time))
        loud = (torch.sin(2 * math.pi * 6 * time) > 0).float()
    wave = torch.sin(2 * math.pi * pitch.cumsum(0) / rate) * loud
    return wave * (0.3 + torch.rand(1)) + torch.randn(len(time)) * 0.1

torch.manual_seed(0)
whistle, trill, chirps = call('whistle'), call('trill'), call('chirps')
plt.plot(time[:400], whistle[:400]);

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

picture = spectrogram(whistle)
picture.shape

# %% [markdown] id="about-see"
# Here are the three, in the order *whistle, trill, chirps*. Before you look: what will each look like?

# %% See three sounds id="see" tags=["guess"]
show_images([spectrogram(sound) for sound in [whistle, trill, chirps]], titles=['whistle', 'trill', 'chirps'])

# %% [markdown] id="about-rule"
# That is the rule of thumb for making pictures of anything: **if you can see the difference in the picture, a network most likely can,
# too.** Make them so.
#
# ## Train on pictures of sounds
#
# Save 180 calls as pictures, one folder for each singer. From here on it is much like
# lesson 2.

# %% Save them id="save"
folder = Path('sounds')
torch.manual_seed(1)
for kind in ['whistle', 'trill', 'chirps']:
    (folder/kind).mkdir(parents=True, exist_ok=True)
    for number in range(60):
        grey = spectrogram(call(kind))
        grey = (grey / grey.max() * 255).to(torch.uint8)
        Image.fromarray(np.array(torch.stack([grey] * 3, dim=2))).save(folder/kind/f'{number}.png')
len(get_image_files(folder))

# %% [markdown] id="about-guess"
# The network this time is small and all your own: four convolutions, each of which halves the picture and looks for more kinds of things,
# then an average over the whole picture, and a line to three answers. It begins with random weights. (The pretrained one of lesson 2 knows
# photographs, and these pictures are nothing like them: with so few examples the small one does better.)
#
# What share of the calls kept back will it get wrong? Chance would get two of three wrong.

# %% Listen and learn id="train" tags=["guess"]
set_seed(1)
dls = ImageDataLoaders.from_folder(folder, valid_pct=0.3, seed=1, item_tfms=Resize(64, method='squish'), bs=16)

def conv(inputs, outputs):
    return nn.Sequential(nn.Conv2d(inputs, outputs, 3, stride=2, padding=1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU())

net = nn.Sequential(
    conv(3, 16), conv(16, 32), conv(32, 64), conv(64, 64), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, 3))
learn = Learner(dls, net, loss_func=nn.CrossEntropyLoss(), metrics=error_rate)
learn.fit_one_cycle(15, 5e-3)

# %% Ask it something new id="ask"
torch.manual_seed(99)

def hear(sound):
    grey = spectrogram(sound)
    grey = (grey / grey.max() * 255).to(torch.uint8)
    Image.fromarray(np.array(torch.stack([grey] * 3, dim=2))).save('new.png')
    preds, _ = learn.get_preds(dl=dls.test_dl(['new.png']))
    return dls.vocab[preds[0].argmax().item()]

for kind in ['whistle', 'trill', 'chirps']:
    print(f'a {kind}: I hear {hear(call(kind))}')

# %% [markdown] id="about-mirror"
# ## What a mirror does
#
# One thing is different from photographs. A mirrored bird is a bird, so networks for photographs are trained with mirrored pictures, too, and
# learn that left and right do not matter. Now think: what is a mirrored picture of a *rising* whistle?
#
# The sound played backwards: a falling one. For pictures of sound, flips (`aug_transforms()` makes them) turn one thing into another. Switch
# them off, `aug_transforms(do_flip=False)`, wherever right and left mean something: text, maps, clocks, sounds.

# %% Forwards and backwards id="mirror" tags=["guess"]
forwards, backwards = spectrogram(whistle), spectrogram(whistle.flip(0))
show_images([forwards, backwards, backwards.flip(1)], titles=['forwards', 'backwards', 'backwards, mirrored'])

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
data = Path('sounds/whistle/0.png').read_bytes()
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
# Things to try: a fourth singer, whose whistle falls: is it told from the one that rises?
# Measurements of your own.
