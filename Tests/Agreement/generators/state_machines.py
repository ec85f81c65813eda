def traffic():
    while True:
        for colour, ticks in [('green', 2), ('yellow', 1), ('red', 2)]:
            for _ in range(ticks):
                command = yield colour
                if command == 'skip': break
t = traffic()
print([next(t) for _ in range(7)], t.send('skip'), next(t))
def parser():
    word, words = '', []
    while True:
        char = yield len(words)
        if char is None: return words + ([word] if word else [])
        if char == ' ':
            if word: words.append(word)
            word = ''
        else: word += char
p = parser()
next(p)
for ch in 'hello big  world': p.send(ch)
try:
    p.send(None)
except StopIteration as stop:
    print(stop.value)
def scheduler(tasks):
    queue = list(tasks)
    while queue:
        name, task = queue.pop(0)
        try:
            print(name, next(task))
            queue.append((name, task))
        except StopIteration: print(name, 'done')
def job(n):
    for i in range(n): yield f'step {i}'
scheduler([('A', job(2)), ('B', job(1)), ('C', job(3))])
