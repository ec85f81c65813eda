moves = {'N': (0, 1), 'S': (0, -1), 'E': (1, 0), 'W': (-1, 0)}
class Robot:
    def __init__(self): self.x = self.y = 0; self.trail = [(0, 0)]
    def go(self, path):
        for step in path:
            try: dx, dy = moves[step]
            except KeyError: raise ValueError(f'cannot go {step!r}') from None
            self.x, self.y = self.x + dx, self.y + dy
            self.trail.append((self.x, self.y))
        return self
    def __repr__(self): return f'Robot at ({self.x}, {self.y}) after {len(self.trail) - 1} steps'
r = Robot().go('NNEES')
print(r, r.trail[-2:], len(set(r.trail)), abs(r.x) + abs(r.y))
try:
    r.go('NXN')
except ValueError as error:
    print(error, r)
xs, ys = zip(*r.trail)
for y in range(max(ys), min(ys) - 1, -1): print(''.join('#' if (x, y) in r.trail else '.' for x in range(min(xs), max(xs) + 1)))
