words = "one two three".split()
while words:
    print(words.pop(0), len(words))
else:
    print("no words left")
try:
    words.pop()
except IndexError as error:
    print(error)
