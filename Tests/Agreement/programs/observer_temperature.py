class Sensor:
    def __init__(self): self._value, self._watchers = None, []
    def watch(self, f, when=lambda old, new: True):
        self._watchers.append((f, when))
        return self
    @property
    def value(self): return self._value
    @value.setter
    def value(self, new):
        old, self._value = self._value, new
        for f, when in self._watchers:
            if when(old, new): f(old, new)
log = []
s = Sensor().watch(lambda o, n: log.append(f'{o} -> {n}')).watch(lambda o, n: log.append('hot!'), lambda o, n: n > 30)
for t in (20, 35, 35, 10): s.value = t
print(log, s.value)
class Average:
    def __init__(self): self.values = []
    def __call__(self, old, new):
        if new != old: self.values.append(new)
    def __float__(self): return sum(self.values) / len(self.values)
a = Average()
s.watch(a)
s.value = 12; s.value = 12; s.value = 14
print(float(a), a.values)
