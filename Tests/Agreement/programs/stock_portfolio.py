from collections import namedtuple, defaultdict
Trade = namedtuple('Trade', 'day symbol shares price')
trades = [Trade(1, 'AAA', 10, 5.0), Trade(2, 'BBB', 4, 20.0), Trade(3, 'AAA', 5, 8.0), Trade(4, 'AAA', -12, 9.0)]
lots, profit = defaultdict(list), defaultdict(float)
for t in trades:
    if t.shares > 0:
        lots[t.symbol].append([t.shares, t.price])
        continue
    left = -t.shares
    while left:
        lot = lots[t.symbol][0]
        n = min(left, lot[0])
        profit[t.symbol] += n * (t.price - lot[1])
        lot[0] -= n
        left -= n
        if not lot[0]: lots[t.symbol].pop(0)
print(dict(lots), dict(profit))
print({s: (sum(n for n, _ in ls), round(sum(n * p for n, p in ls) / sum(n for n, _ in ls), 2)) for s, ls in lots.items()})
print(max(trades, key=lambda t: abs(t.shares * t.price)), sum(t.shares * t.price for t in trades))
