class Team:
    def __init__(self, *members): self.members = members
    def __iter__(self): return iter(self.members)
    def __len__(self): return len(self.members)
    def __getitem__(self, i): return self.members[i]
def roster(*teams):
    for t in teams: yield from t
a, b = Team('x', 'y'), Team('z')
print(list(roster(a, b)), *a, dict(zip(a, b)), [m.upper() for m in a], 'y' in a, sorted(a, reverse=True), a[-1], len(a), list(reversed(a)), max(a))
