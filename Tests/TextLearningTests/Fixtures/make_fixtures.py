#!/usr/bin/env python3
"""Writes what fastai 2.8 with spaCy 3.8 and PyTorch 2 computes for the tests of texts. Run in this folder."""
import json
import pathlib
import pickle
import tarfile
import warnings

warnings.filterwarnings("ignore")
from fastai.text.all import *

here = pathlib.Path(__file__).resolve().parent
torch.set_num_threads(1)

CASES = """
I really liked that movie!
This is the WORST film ever made... I'm soooooo bored, don't bother.
He said: "It's not what you'd've expected," didn't he?
<br /><br />First line<br />second line &amp; more &lt;b&gt; &eacute;t&eacute; &#8217; &hellip; #39; quot;x quot;
very very very very long, no no no
aaa bbb ccc 1111 !!!! ???? .... ----
A b C D.E. U.S.A. e.g. this, i.e. that, etc. Mr. Smith & Mrs. O'Neil at 10 a.m. vs. 8pm
email me@foo.com or see http://t.co/abc?x=1, www.example.org/path/to#frag. Also bit.ly/xyz and foo.bar
state-of-the-art well-known 3-4 x=y a/b 1,000.50$ 50% 10km 3:30pm #hashtag @user: @user
:) :-( ;-) :D <3 xD (^_^) ^_^ :'( look:) here: ) no
can't cannot gonna gotta y'all ma'am o'clock ain't shouldn't've i'd've who's we'll they're its it's
don’t won’t she’s ‘quoted’ “double” «guillemets» – dash — em…dots
été naïve Straße ÇA VA? Ωμέγα Привет, мир! ПРИВЕТ 你好，世界。 こんにちは 안녕하세요 مرحبا بالعالم नमस्ते ไทย
smile 😀😀😀 ☺x ©2020 ™ ★★★★☆ ½ 10² CO₂
tabs\tand  spaces   and\nnew lines\n\n\nthree
\\ backslash \\n and / slash # hash
CAPS Caps cAPS A I X. (NOT) "Quoted" iPhone McDonald
word.Another word,another "end." 'single' it.(x) (a)b [c]d {e}
$5 US$5 -5 +5 1+1=2 2*3 4^2 a+b 5'10" 90°C. 20°c.
xxmaj xxunk <unk> @-@ x @-@ y 1 @.@ 5
!!! ... …… -- --- ?? 
a a a b b b b. Stop stop stop stop!
ooooh noooo yesss 100000 --->
n't 's 're dont cant wont im ive id ill hed shed wed its
Dr. Who vs. St. John, Inc. Corp. Jan. Feb. Ph.D. No. 5
foo@bar foo@bar.baz a@b a.b.c 192.168.1.1 8.8.8.8 1.2.3 v1.0 ftp://x.y/z
"""


def tokens():
    cases = [line.encode().decode("unicode_escape").encode("latin-1", "ignore").decode("utf-8", "ignore")
             if "\\t" in line else line for line in CASES.strip().split("\n")]
    cases += ["", " ", "x", "tabs\tand  spaces   and\nnew lines\n\n\nthree", "\n\nstart and end\n ", "a\u00a0b", "Z" * 300,
              "no " * 50]
    rule = TokenizeWithRules(WordTokenizer())
    plain = WordTokenizer()
    return [{"text": text, "tokens": list(next(iter(rule([text])))), "plain": list(next(iter(plain([text.lower()]))))}
            for text in cases]


def vocabulary():
    words = ("the " * 9 + "cat " * 3 + "sat " * 3 + "on " * 5 + "mat " * 2 + "xxbos " * 4 + "dog " * 3).split()
    return {"words": words, "vocab": make_vocab(Counter(words), min_freq=3, max_vocab=60000),
            "short": make_vocab(Counter(words), min_freq=1, max_vocab=12)}


def padding():
    samples = [(TensorText(torch.arange(2, 2 + n)), tensor(0)) for n in (11, 9, 4, 1)]
    padded = pad_input_chunk(samples, seq_len=4)
    return [p[0].tolist() for p in padded]


def stream():
    items = [(tensor(list(range(start, start + n))),) for start, n in ((0, 13), (100, 7), (200, 30))]
    loader = LMDataLoader(items, lens=[13, 7, 30], bs=3, seq_len=5, shuffle=False)
    return {"texts": [o[0].tolist() for o in items], "batches": [[x.tolist(), y.tolist()] for x, y in loader]}


def lstm():
    torch.manual_seed(3)
    layer = nn.LSTM(3, 4, batch_first=True)
    x = torch.randn(2, 5, 3, requires_grad=True)
    h, c = torch.randn(1, 2, 4, requires_grad=True), torch.randn(1, 2, 4, requires_grad=True)
    out, (hn, cn) = layer(x, (h, c))
    weight = torch.randn(2, 5, 4)
    ((out * weight).sum() + 2 * hn.sum() + 3 * cn.sum()).backward()
    names = ["weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0"]
    return {
        "values": {"x": x, "h": h, "c": c, "weight": weight, **{n: getattr(layer, n) for n in names}},
        "results": {"out": out, "hn": hn, "cn": cn},
        "gradients": {"x": x.grad, "h": h.grad, "c": c.grad, **{n: getattr(layer, n).grad for n in names}},
    }


CONFIG = dict(emb_sz=6, n_hid=8, n_layers=2, pad_token=1, bidir=False, output_p=0.1, hidden_p=0.15, input_p=0.25,
              embed_p=0.02, weight_p=0.2)


def classifier():
    torch.manual_seed(4)
    model = get_text_classifier(AWD_LSTM, 24, 3, seq_len=4, config=CONFIG)
    for p in model.parameters():
        if p.dim() == 1: nn.init.uniform_(p, -0.3, 0.3)
    torch.save(model.state_dict(), here / "classifier.pth")
    x = tensor([[5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 2], [1, 1, 1, 1, 5, 6, 7, 20, 21, 2, 1],
                [1, 1, 1, 1, 1, 1, 1, 1, 9, 8, 7]])
    model.eval()
    out = model(x)[0]
    # The largest of a text longer than it may be.
    long_model = get_text_classifier(AWD_LSTM, 24, 3, seq_len=4, config=CONFIG, max_len=8).eval()
    long_model.load_state_dict(model.state_dict())
    loss = F.cross_entropy(out, tensor([0, 2, 1]))
    loss.backward()
    grads = {n: p.grad for n, p in model.named_parameters() if p.grad is not None and n.startswith("0")}
    opt = [len(g) for g in awd_lstm_clas_split(model)]
    return {"input": x.tolist(), "output": out, "long": long_model(x)[0], "loss": loss,
            "names": list(model.state_dict()), "groups": opt,
            "gradients": {n: g for n, g in list(grads.items())}}


def language_model():
    torch.manual_seed(5)
    model = get_language_model(AWD_LSTM, 24, config={**CONFIG, "tie_weights": True, "out_bias": True})
    nn.init.uniform_(model[1].decoder.bias, -0.3, 0.3)
    torch.save(model.state_dict(), here / "language.pth")
    model.eval()
    first, second = tensor([[5, 6, 7], [8, 9, 10]]), tensor([[11, 12], [13, 2]])
    outputs = [model(first)[0], model(second)[0]]
    single = model(tensor([[4, 3]]))[0]
    return {"inputs": [first.tolist(), second.tolist()], "outputs": outputs, "fewer": single,
            "names": list(model.state_dict()), "groups": [len(g) for g in awd_lstm_lm_split(model)]}


def pretrained():
    """An archive like fastai's wt103-fwd, of a model so small that it can be kept here."""
    weights = torch.load(here / "language.pth", weights_only=True)
    # Older files hold the recurrent weights twice.
    old = {}
    for name, value in weights.items():
        old[name] = value
        if name.endswith("weight_hh_l0_raw"):
            old[name.replace("weight_hh_l0_raw", "module.weight_hh_l0")] = value.clone()
    words = ["xxunk", "xxpad", "xxbos"] + [f"w{i}" for i in range(21)]
    new = ["xxunk", "xxpad", "xxbos", "xxeos", "w3", "new", "w20", "w0"]
    matched = match_embeds({k: v.clone() for k, v in weights.items()}, words, new)
    folder = here / "wt103-fwd"
    folder.mkdir(exist_ok=True)
    torch.save(old, folder / "lstm_fwd.pth")
    with open(folder / "itos_wt103.pkl", "wb") as file:
        pickle.dump(words, file)
    with tarfile.open(here / "wt103-fwd.tgz", "w:gz") as archive:
        archive.add(folder, "wt103-fwd")
    for file in folder.iterdir(): file.unlink()
    folder.rmdir()
    return {"words": words, "new": new, "encoder": matched["0.encoder.weight"], "bias": matched["1.decoder.bias"]}


def readable():
    cases = ["xxmaj hello world", "xxup usa today", "xxrep 4 ! done", "xxwrep 3 no way", "xxmaj xxup x y", "a b",
             "xxrep many x"]
    return [{"tokens": c.split(), "decoded": decode_spec_tokens(c.split())} for c in cases[:4] + cases[5:]]


PIECES = """[PAD] [UNK] [CLS] [SEP] the un ##aff ##able ##s cat sat on mat ##ting . , ! ? ' \" a b c ##b ##c ete naive 你 好 ##1 1 ##0 word
##ing caf ##e ##é ( ) - @ # x ##x ##xx strasse hello world ω μ ##ε""".split()


def pieces():
    from tokenizers import BertWordPieceTokenizer
    tokenizer = BertWordPieceTokenizer({w: i for i, w in enumerate(PIECES)}, lowercase=True)
    texts = ["The unaffable cats sat on the matting.", "été, ÉTÉ naïve café!", "你好 hello世界world", "a-b-c (1) 100 @x #xx", "",
             "  tabs\tand\nlines  ", "xxxxx xxxxxxxxxx", "STRASSE Straße", "a\u200bb\u0000c", "Ωμέ", "word" * 60, "don't \"quote\""]
    return {"pieces": PIECES, "cases": [{"text": t, "ids": tokenizer.encode(t).ids} for t in texts]}


def minilm():
    """One layer of the encoder by PyTorch's own transformer layer; weights by the formula of the test."""
    width, count, longest = 384, 30, 16
    layer = nn.TransformerEncoderLayer(width, 12, 1536, activation="gelu", layer_norm_eps=1e-12, batch_first=True).eval()

    def filled(shape, isNorm=False):
        n = math.prod(shape)
        values = ((torch.arange(n, dtype=torch.float64) * 7919 + n) % 1009) / 1009 - 0.5
        if len(shape) > 1: values = values * 2 / math.sqrt(shape[-1])
        elif isNorm: values = values + 1
        return values.view(shape).float()

    words, positions, kinds = filled((count, width)), filled((longest, width)), filled((2, width))
    norm = (filled((width,), True), filled((width,)))
    with torch.no_grad():
        layer.self_attn.in_proj_weight.copy_(torch.cat([filled((width, width))] * 3))
        layer.self_attn.in_proj_bias.copy_(torch.cat([filled((width,))] * 3))
        layer.self_attn.out_proj.weight.copy_(filled((width, width)))
        layer.self_attn.out_proj.bias.copy_(filled((width,)))
        layer.linear1.weight.copy_(filled((1536, width))); layer.linear1.bias.copy_(filled((1536,)))
        layer.linear2.weight.copy_(filled((width, 1536))); layer.linear2.bias.copy_(filled((width,)))
        for n in (layer.norm1, layer.norm2): n.weight.copy_(norm[0]); n.bias.copy_(norm[1])
    ids = tensor([[2, 5, 6, 7, 3], [2, 9, 3, 0, 0]])
    x = F.layer_norm(words[ids] + positions[:5] + kinds[0], (width,), *norm, eps=1e-12)
    with torch.no_grad(): y = layer(x, src_key_padding_mask=ids == 0)
    mask = (ids != 0).float()[..., None]
    return {"ids": ids.tolist(), "output": ((y * mask).sum(1) / mask.sum(1))[:, ::16]}


def plain(value):
    if isinstance(value, torch.Tensor): return {"shape": list(value.shape), "values": value.detach().flatten().tolist()}
    if isinstance(value, dict): return {k: plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)): return [plain(v) for v in value]
    return value


facts = {f.__name__: plain(f()) for f in (tokens, vocabulary, padding, stream, lstm, classifier, language_model,
                                          pretrained, readable, pieces, minilm)}
(here / "facts.json").write_text(json.dumps(facts, ensure_ascii=False) + "\n")
