def hangman(word, guesses):
    found, wrong = set(), []
    for g in guesses:
        if g in word: found.add(g)
        else: wrong.append(g)
        shown = ' '.join(c if c in found else '_' for c in word)
        yield shown, ''.join(wrong)
        if set(word) <= found: return 'won'
        if len(wrong) == 3: return 'lost'
    return 'unfinished'
def play(word, guesses):
    game = hangman(word, guesses)
    while True:
        try: print(*next(game), sep=' | ')
        except StopIteration as end: return end.value
print(play('bird', 'bxid r'.replace(' ', '')), play('owl', 'abcd'), play('owl', 'o'))
