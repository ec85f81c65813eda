import string
password = 'aB3$xY'
print([any(c in kind for c in password) for kind in (string.ascii_lowercase, string.ascii_uppercase, string.digits, string.punctuation)], string.ascii_letters.index('Z'), len(string.printable), string.octdigits)
print(''.join(c if c in string.ascii_letters + ' ' else '' for c in 'Hi! 123 there.').split(), 'hello'.translate(str.maketrans(string.ascii_lowercase, string.ascii_lowercase[13:] + string.ascii_lowercase[:13])))
