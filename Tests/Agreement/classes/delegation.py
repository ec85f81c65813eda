class Logged:
    def __init__(self, inner): self.inner, self.calls = inner, []
    def __getattr__(self, name):
        value = getattr(self.inner, name)
        if not callable(value): return value
        def call(*a):
            self.calls.append((name, a))
            return value(*a)
        return call
l = Logged([3, 1, 2])
l.append(0); l.sort()
print(l.inner, l.calls, l.index(2), len(l.calls))
try:
    l.nothing
except AttributeError as error:
    print(error)
