import random
random.seed(42)
items = list(range(10))
random.shuffle(items)
cut = int(0.8 * len(items))
train, valid = items[:cut], items[cut:]
print(len(train), len(valid), sorted(train + valid) == list(range(10)), set(train) & set(valid))
print(train, valid)
