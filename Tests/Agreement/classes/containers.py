class Deck:
    def __init__(self, cards): self.cards = list(cards)
    def __len__(self): return len(self.cards)
    def __getitem__(self, i): return Deck(self.cards[i]) if isinstance(i, slice) else self.cards[i]
    def __setitem__(self, i, v): self.cards[i] = v
    def __delitem__(self, i): del self.cards[i]
    def __contains__(self, v): return v in self.cards
    def __iter__(self): return iter(self.cards)
    def __reversed__(self): return iter(self.cards[::-1])
    def __repr__(self): return f'Deck({self.cards})'
d = Deck('abcde')
print(len(d), d[0], d[-1], d[1:3], 'c' in d, 'z' in d, list(d), bool(d), bool(Deck('')))
d[0] = 'A'; del d[1]; d[1] += '!'
print(d, [x for x in d], list(reversed(d)), max(d), sorted(d), ''.join(d), dict(enumerate(d)))
first, *rest = d
print(first, rest, [*d], set(d) == set(rest) | {first})
class OldStyle:
    def __getitem__(self, i):
        if i > 3: raise IndexError(i)
        return i * i
print(list(OldStyle()), 4 in OldStyle(), [x for x in OldStyle()], sum(OldStyle()))
class CountDown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n
print(list(CountDown(3)), next(CountDown(5)), next(CountDown(0), 'empty'), list(zip(CountDown(3), 'ab')))
it = CountDown(2)
print(next(it), next(it))
try: next(it)
except StopIteration as error: print('stop', error.args)
print(sum(CountDown(5)), tuple(CountDown(2)), max(CountDown(4)), 2 in CountDown(5), dict(zip('ab', CountDown(2))))
