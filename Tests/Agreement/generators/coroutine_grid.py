def grid(width, height):
    x = y = 0
    while True:
        move = yield x, y
        dx, dy = {'n': (0, -1), 's': (0, 1), 'w': (-1, 0), 'e': (1, 0)}.get(move, (0, 0))
        x, y = (x + dx) % width, (y + dy) % height
def follow(path, width=4, height=3):
    robot = grid(width, height)
    visited = [next(robot)]
    for step in path: visited.append(robot.send(step))
    robot.close()
    return visited
trail = follow('eesswwwnnn?')
print(trail, len(set(trail)))
for y in range(3): print(''.join('*' if (x, y) in trail else '.' for x in range(4)))
def tee(source, *sinks):
    for s in sinks: next(s)
    for value in source:
        for s in sinks: s.send(value)
    return [s.throw(StopAsking()) for s in sinks]
class StopAsking(Exception): pass
def collect(f, start):
    total = start
    try:
        while True: total = f(total, (yield))
    except StopAsking: yield total
print(tee([3, 1, 2], collect(lambda a, b: a + b, 0), collect(max, 0), collect(lambda a, b: [*a, b], [])))
