class Card:
    ranks = '23456789TJQKA'
    def __init__(self, text): self.rank, self.suit = text
    def __lt__(self, o): return self.ranks.index(self.rank) < self.ranks.index(o.rank)
    def __eq__(self, o): return (self.rank, self.suit) == (o.rank, o.suit)
    def __hash__(self): return hash((self.rank, self.suit))
    def __repr__(self): return self.rank + self.suit
hand = [Card(c) for c in ('TH', '2S', 'AD', '2C', 'KH')]
print(sorted(hand), max(hand), min(hand), Card('AD') in hand, hand.index(Card('2S')), len({Card('2S'), Card('2S')}), sorted(hand, key=lambda c: (c.suit, -Card.ranks.index(c.rank))))
from collections import Counter
print(Counter(c.suit for c in hand), {s: [c for c in hand if c.suit == s] for s in 'HC'})
