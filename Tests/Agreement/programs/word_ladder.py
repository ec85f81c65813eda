from collections import deque
words = {'cold', 'cord', 'card', 'ward', 'warm', 'word', 'worm', 'corm'}
def neighbours(w): return sorted(x for x in words if sum(a != b for a, b in zip(w, x)) == 1)
def ladder(a, b):
    came, queue = {a: None}, deque([a])
    while queue:
        w = queue.popleft()
        if w == b:
            path = []
            while w: path.append(w); w = came[w]
            return path[::-1]
        for n in neighbours(w):
            if n not in came:
                came[n] = w
                queue.append(n)
print(ladder('cold', 'warm'), neighbours('word'), ladder('cold', 'zzzz'))
print({w: len(neighbours(w)) for w in sorted(words)})
