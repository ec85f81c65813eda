from collections.abc import Iterable, Sequence, Mapping, Callable, Hashable, Sized, Iterator, MutableSequence, Set, Generator

values = [[1], (1,), 'a', {1}, {'a': 1}, 5, None, len, range(3), (x for x in []), iter([])]
for kind in (Iterable, Sequence, Mapping, Callable, Hashable, Sized, Iterator, MutableSequence, Set, Generator):
    print(kind.__name__, [isinstance(v, kind) for v in values])

class Deck(Sequence):
    def __init__(self, cards):
        self.cards = list(cards)

    def __len__(self):
        return len(self.cards)

    def __getitem__(self, index):
        return self.cards[index]

d = Deck('abcab')
print(len(d), d[1], 'c' in d, d.index('b'), d.count('a'), list(reversed(d)), isinstance(d, Iterable))

class Has:
    def __iter__(self):
        return iter(())

print(isinstance(Has(), Iterable), issubclass(Has, Iterable), isinstance(Has(), Sized))
