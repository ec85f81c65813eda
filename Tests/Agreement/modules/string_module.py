import string
print(string.ascii_letters, string.digits, string.punctuation, string.hexdigits, repr(string.whitespace), string.capwords('hello big world'))
t = string.Template('$who likes ${what}s for $$5')
print(t.substitute(who='Ada', what='book'), t.safe_substitute(who='Bob'), t.substitute({'who': 'x'}, what='y'))
for bad in (lambda: t.substitute(who='x'), lambda: string.Template('$').substitute()):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
print(''.join(c for c in 'a1-b2' if c in string.ascii_lowercase), ''.join(sorted(set('hello') & set(string.ascii_lowercase))))
def caesar(text, k):
    a = string.ascii_lowercase
    return text.translate(str.maketrans(a, a[k:] + a[:k]))
print(caesar('hello, world', 3), caesar(caesar('abc', 5), 21))
