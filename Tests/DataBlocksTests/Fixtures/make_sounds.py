#!/usr/bin/env python3
"""Writes what Python's wave module and torch.stft say of sounds. Run in this folder."""
import audioop
import json
import math
import pathlib
import struct
import wave

import torch

here = pathlib.Path(__file__).resolve().parent
values = [math.sin(i * 0.7) * 0.8 for i in range(40)]
words = [round(v * 32767) for v in values]
raw = struct.pack(f"<{len(words)}h", *words)


def riff(tag, bits, data, channels=1):
    size = bits // 8 * channels
    head = struct.pack("<HHIIHH", tag, channels, 8000, 8000 * size, size, bits)
    chunks = b"fmt " + struct.pack("<I", len(head)) + head + b"LIST" + struct.pack("<I", 3) + b"abc\0"
    chunks += b"data" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WAVE" + chunks


def sun(code, data):
    return b".snd" + struct.pack(">IIIII", 28, len(data), code, 8000, 1) + b"note" + data


swapped = audioop.byteswap(raw, 2)
files = {
    "pcm8": riff(1, 8, audioop.bias(audioop.lin2lin(raw, 2, 1), 1, 128)), "pcm16": riff(1, 16, raw),
    "pcm24": riff(1, 24, audioop.lin2lin(raw, 2, 3)), "pcm32": riff(1, 32, audioop.lin2lin(raw, 2, 4)),
    "float32": riff(3, 32, struct.pack(f"<{len(values)}f", *values)),
    "float64": riff(3, 64, struct.pack(f"<{len(values)}d", *values)),
    "ulaw": riff(7, 8, audioop.lin2ulaw(raw, 2)), "alaw": riff(6, 8, audioop.lin2alaw(raw, 2)),
    "sun16": sun(3, swapped), "sun_ulaw": sun(1, audioop.lin2ulaw(raw, 2)),
}
expected = {name: [w / 32768 for w in words] for name in files}
expected["pcm8"] = [b / 128 for b in struct.unpack(f"{len(words)}b", audioop.lin2lin(raw, 2, 1))]
expected["float32"] = expected["float64"] = values
for name, back in (("ulaw", audioop.ulaw2lin), ("alaw", audioop.alaw2lin)):
    data = audioop.lin2ulaw(raw, 2) if name == "ulaw" else audioop.lin2alaw(raw, 2)
    expected[name] = [w / 32768 for w in struct.unpack(f"<{len(words)}h", back(data, 2))]
expected["sun_ulaw"] = expected["ulaw"]

sound = torch.sin(torch.arange(200) * 0.3) + torch.sin(torch.arange(200) * 1.1) * 0.5
stft = torch.stft(sound, 32, 16, window=torch.hann_window(32), center=True, pad_mode="reflect", return_complex=True)
facts = {
    "files": {name: {"bytes": list(data), "values": expected[name]} for name, data in files.items()},
    "stft": {"shape": list(stft.shape), "power": stft.abs().pow(2).flatten().tolist()},
}
(here / "sounds.json").write_text(json.dumps(facts) + "\n")
