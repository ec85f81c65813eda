class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return CountdownIterator(self.start)

    def __reversed__(self):
        return iter(range(1, self.start + 1))

class CountdownIterator:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1

c = Countdown(3)
print(list(c), list(c), sum(c), max(c), sorted(c), list(reversed(c)))
print([x * y for x in c for y in c if x != y])
a, *rest = c
print(a, rest, dict(zip('abc', c)), 2 in c, [*c, 0])

class OldStyle:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError(i)
        return i * i

print(list(OldStyle()), 9 in OldStyle(), tuple(OldStyle()))
