class Show:
    def __getitem__(self, key): return key
s = Show()
print(s[1], s[1:2], s[::3], s[1, 2], s[1:2, 3], s[...], s[..., 1], s[None], s[()], s[-1], s['a'], s[:], s[1:2:3, ::], s[(1, 2)], s[[1]], s[True], s[1,])
