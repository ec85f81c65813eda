def caesar(text, k):
    out = ''
    for c in text:
        if c.isalpha():
            base = ord('A') if c.isupper() else ord('a')
            out += chr((ord(c) - base + k) % 26 + base)
        else: out += c
    return out
secret = caesar('Hello, World!', 3)
print(secret, caesar(secret, -3))
def wrap(text, width):
    lines, line = [], ''
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else: line = f'{line} {word}'.strip()
    return lines + [line] if line else lines
for line in wrap('The quick brown fox jumps over the lazy dog and runs away', 16): print(f'|{line:<16}|{line:>16}|{line:^16}|')
def roman(n):
    out = ''
    for value, digits in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), 'M CM D CD C XC L XL X IX V IV I'.split()):
        count, n = divmod(n, value)
        out += digits * count
    return out
print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2025)])
def rle(s):
    out, i = [], 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]: j += 1
        out.append(f'{j - i}{s[i]}' if j - i > 1 else s[i])
        i = j
    return ''.join(out)
print(rle('aaabccddddd'), [w for w in 'level noon bird radar'.split() if w == w[::-1]], sorted('listen') == sorted('silent'))
def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]
print(distance('kitten', 'sitting'), distance('', 'abc'), distance('same', 'same'))
table = [('name', 'n', 'share'), ('bird', 12, 0.4), ('forest', 18, 0.6)]
for name, n, share in table: print(f'{name:10}{n:>5}', f'{share:>8.1%}' if isinstance(share, float) else f'{share:>8}')
