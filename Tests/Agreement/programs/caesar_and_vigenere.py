from string import ascii_uppercase as A
def caesar(text, shift):
    return ''.join(A[(A.index(ch) + shift) % 26] if ch in A else ch for ch in text.upper())
def vigenere(text, key, sign=1):
    out, i = [], 0
    for ch in text.upper():
        if ch in A:
            out.append(A[(A.index(ch) + sign * A.index(key[i % len(key)])) % 26])
            i += 1
        else:
            out.append(ch)
    return ''.join(out)
secret = caesar('Hello, World!', 3)
print(secret, caesar(secret, -3))
v = vigenere('Attack at dawn', 'LEMON')
print(v, vigenere(v, 'LEMON', -1))
def crack(text, common='E'):
    best = max(A, key=text.count)
    return (A.index(best) - A.index(common)) % 26
print(crack(caesar('the eel sees the tree', 7)))
print(''.join(chr((ord(c) - 97 + 13) % 26 + 97) if c.islower() else c for c in 'uryyb'))
