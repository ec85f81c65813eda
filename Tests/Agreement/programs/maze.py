maze = ['#########', '#S  #   #', '# # # # #', '# #   #E#', '#########']
def find(ch): return next((r, row.index(ch)) for r, row in enumerate(maze) if ch in row)
def neighbours(r, c):
    for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        if maze[r + dr][c + dc] != '#': yield r + dr, c + dc
start, end = find('S'), find('E')
came, frontier = {start: None}, [start]
for place in frontier:
    for n in neighbours(*place):
        if n not in came:
            came[n] = place
            frontier.append(n)
path, place = [], end
while place:
    path.append(place)
    place = came[place]
print(len(path) - 1, path[::-1])
grid = [list(row) for row in maze]
for r, c in path[1:-1]: grid[r][c] = '.'
print('\n'.join(map(''.join, grid)))
