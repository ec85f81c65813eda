class LRU:
    def __init__(self, capacity):
        self.capacity, self.items = capacity, {}
        self.hits = self.misses = 0

    def __getitem__(self, key):
        if key not in self.items:
            self.misses += 1
            raise KeyError(key)
        self.hits += 1
        self.items[key] = self.items.pop(key)
        return self.items[key]

    def __setitem__(self, key, value):
        self.items.pop(key, None)
        self.items[key] = value
        while len(self.items) > self.capacity:
            oldest = next(iter(self.items))
            del self.items[oldest]

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

c = LRU(2)
c['a'], c['b'] = 1, 2
print(c['a'])
c['c'] = 3
print(c.get('b'), c.get('c'), list(c.items), c.hits, c.misses)
