words = ['pear', 'fig', 'banana', 'kiwi']
print(min(words), max(words), min(words, key=len), max(words, key=len), max(words, key=lambda w: w[-1]), min([], default=None), max((), default='x', key=len), min(3, 2, key=lambda v: -v), max({'a': 5, 'b': 2}.items(), key=lambda kv: kv[1]), sorted(words, key=lambda w: (len(w), w)), min(map(len, words)), max(enumerate(words), key=lambda p: len(p[1])))
for text in ['min()', 'max([])', 'min(1, "a")', 'max(5)', 'min(1, 2, default=0)', 'max([1], key=5)']:
    try:
        eval(text)
    except (TypeError, ValueError) as error:
        print(text, error)
