VALUES = [(1000, 'M'), (900, 'CM'), (500, 'D'), (400, 'CD'), (100, 'C'), (90, 'XC'), (50, 'L'), (40, 'XL'), (10, 'X'), (9, 'IX'), (5, 'V'), (4, 'IV'), (1, 'I')]
def to_roman(n):
    if not 0 < n < 4000: raise ValueError(f'{n} is out of range')
    out = ''
    for value, letters in VALUES:
        count, n = divmod(n, value)
        out += letters * count
    return out
def from_roman(text):
    numbers = {'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100, 'D': 500, 'M': 1000}
    total = 0
    for a, b in zip(text, text[1:] + 'I'):
        total += -numbers[a] if numbers[a] < numbers[b] else numbers[a]
    return total
for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999): print(n, to_roman(n), from_roman(to_roman(n)))
assert all(from_roman(to_roman(n)) == n for n in range(1, 500))
try:
    to_roman(4000)
except ValueError as error:
    print(error)
