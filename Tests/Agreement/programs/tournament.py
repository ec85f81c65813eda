from itertools import combinations
teams = {'A': 3, 'B': 1, 'C': 2, 'D': 2}
table = {t: {'won': 0, 'drawn': 0, 'lost': 0, 'points': 0} for t in teams}
for home, away in combinations(teams, 2):
    a, b = teams[home], teams[away]
    if a == b:
        for t in (home, away):
            table[t]['drawn'] += 1
            table[t]['points'] += 1
    else:
        winner, loser = (home, away) if a > b else (away, home)
        table[winner]['won'] += 1
        table[winner]['points'] += 3
        table[loser]['lost'] += 1
print(f'{"team":<5}{"W":>3}{"D":>3}{"L":>3}{"P":>4}')
for team, row in sorted(table.items(), key=lambda i: (-i[1]['points'], i[0])):
    print(f'{team:<5}' + ''.join(f'{row[k]:>3}' for k in ('won', 'drawn', 'lost')) + f'{row["points"]:>4}')
print(sum(r['points'] for r in table.values()), len(list(combinations(teams, 2))))
