data = list(range(20))
train, valid = data[:-5], data[-5:]
print(len(train), valid, data[::5], data[1::2][:3], data[-1:0:-6], "abcdef"[::2], data[5:5], data[100:])
every = [data[i::4] for i in range(4)]
print(every[0], sum(map(len, every)))
