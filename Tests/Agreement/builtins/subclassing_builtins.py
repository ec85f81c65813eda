class Stack(list):
    def push(self, x): self.append(x)
    def peek(self): return self[-1] if self else None
s = Stack([1, 2])
s.push(3)
print(s, s.peek(), len(s), s[0], type(s[:2]).__name__, s == [1, 2, 3], isinstance(s, list), sum(s), Stack())
class Counter(dict):
    def add(self, k): self[k] = self.get(k, 0) + 1
    def __getitem__(self, k): return super().__getitem__(k) if k in self else 0
c = Counter()
for ch in 'hello': c.add(ch)
print(c, c['l'], c['q'], 'h' in c, dict(c), sorted(c.items()))
class Text(str):
    def shout(self): return self.upper() + '!'
    def __add__(self, other): return Text(str(self) + '+' + other)
t = Text('hi')
print(t.shout(), t + 'there', type(t + 'x').__name__, type(t.upper()).__name__, t == 'hi', f'{t:>5}', len(t), {t: 1}['hi'])
class Meters(float):
    def __str__(self): return f'{float(self)}m'
    def __add__(self, other): return Meters(float(self) + other)
print(Meters(2) + 3, Meters(1.5) * 2, str(Meters(2)), repr(Meters(2)), Meters(3) > 2, round(Meters(2.567), 1), f'{Meters(1.234):.1f}')
class Even(int):
    def __new__(cls, n): return super().__new__(cls, n - n % 2)
print(Even(7), Even(7) + 1, isinstance(Even(3), int), type(Even(4) + 1).__name__, [10, 20, 30][Even(3)], Even(5) == 4, hash(Even(4)) == hash(4))
class Limited(set):
    def add(self, x):
        if len(self) >= 2: raise OverflowError('full')
        super().add(x)
l = Limited()
l.add(1); l.add(2)
try:
    l.add(3)
except OverflowError as error:
    print(error, l)
class P(tuple):
    x = property(lambda self: self[0])
print(P((1, 2)).x, P([3, 4]), P((1,)) + (2,), type(P((1, 2))[:1]).__name__)
