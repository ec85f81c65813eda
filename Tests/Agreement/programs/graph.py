graph = {'a': {'b': 7, 'c': 9, 'f': 14}, 'b': {'a': 7, 'c': 10, 'd': 15}, 'c': {'a': 9, 'b': 10, 'd': 11, 'f': 2},
         'd': {'b': 15, 'c': 11, 'e': 6}, 'e': {'d': 6, 'f': 9}, 'f': {'a': 14, 'c': 2, 'e': 9}, 'z': {}}
def dijkstra(start):
    distance, previous, todo = {start: 0}, {}, set(graph)
    while todo:
        here = min(todo, key=lambda n: (distance.get(n, float('inf')), n))
        todo.remove(here)
        if here not in distance: continue
        for there, weight in graph[here].items():
            new = distance[here] + weight
            if new < distance.get(there, float('inf')):
                distance[there], previous[there] = new, here
    return distance, previous
distance, previous = dijkstra('a')
def path(to):
    steps = [to]
    while steps[-1] in previous: steps.append(previous[steps[-1]])
    return steps[::-1]
for node in sorted(graph): print(node, distance.get(node, 'unreachable'), ' -> '.join(path(node)) if node in distance else '')
def bfs(start):
    seen, queue, order = {start}, [start], []
    while queue:
        node = queue.pop(0)
        order.append(node)
        for n in sorted(graph[node]):
            if n not in seen: seen.add(n); queue.append(n)
    return order
def dfs(node, seen=None):
    seen = seen if seen is not None else []
    if node not in seen:
        seen.append(node)
        for n in sorted(graph[node]): dfs(n, seen)
    return seen
print(bfs('a'), dfs('a'))
needs = {'shirt': ['tie'], 'tie': ['jacket'], 'trousers': ['shoes', 'belt'], 'belt': ['jacket'], 'socks': ['shoes']}
def toposort(needs):
    done, active = [], set()
    def visit(n):
        if n in done: return
        if n in active: raise ValueError(f'cycle at {n}')
        active.add(n)
        for m in needs.get(n, []): visit(m)
        active.discard(n)
        done.insert(0, n)
    for n in sorted(needs): visit(n)
    return done
print(toposort(needs))
try: toposort({'a': ['b'], 'b': ['a']})
except ValueError as error: print(error)
