print("don't", 'say "x"', 'it\'s', "\"quoted\"", '''a 'b' "c"''', """d "e" 'f'""", 'a' "b" '''c''', '\'"', "\\'")
print(repr("don't"), repr('say "x"'), repr('both \' and "'), repr("plain"), repr('\\'), repr('\''))
