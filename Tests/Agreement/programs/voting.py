votes = ['ada', 'bob', 'ada', 'cid', 'bob', 'ada', None, '']
from collections import Counter
count = Counter(v for v in votes if v)
total = sum(count.values())
for name, n in count.most_common(): print(f'{name:<5}{n:>3} {n / total:>7.1%} {"|" * n}')
winner, n = count.most_common(1)[0]
print(winner, n > total / 2, len(votes) - total)
def runoff(ballots):
    while True:
        firsts = Counter(b[0] for b in ballots if b)
        leader, n = firsts.most_common(1)[0]
        if n * 2 > sum(firsts.values()): return leader
        last = min(sorted(firsts), key=firsts.get)
        ballots = [[c for c in b if c != last] for b in ballots]
print(runoff([['a', 'b'], ['b', 'a'], ['c', 'b'], ['a', 'c'], ['c', 'a'], ['b', 'c'], ['c']]))
