from collections import deque
graph = {'a': ['b', 'c'], 'b': ['d'], 'c': ['d', 'e'], 'd': ['f'], 'e': ['f'], 'f': []}
def bfs(start, goal):
    queue, seen = deque([[start]]), {start}
    while queue:
        path = queue.popleft()
        if path[-1] == goal: return path
        for n in graph[path[-1]]:
            if n not in seen:
                seen.add(n)
                queue.append(path + [n])
def dfs(node, seen=None):
    seen = seen if seen is not None else []
    seen.append(node)
    for n in graph[node]:
        if n not in seen: dfs(n, seen)
    return seen
def all_paths(a, b): return [[a] + p for n in graph[a] for p in all_paths(n, b)] if a != b else [[b]]
def topological():
    order, done = [], set()
    def visit(n):
        if n in done: return
        done.add(n)
        for m in graph[n]: visit(m)
        order.insert(0, n)
    for n in graph: visit(n)
    return order
print(bfs('a', 'f'), bfs('f', 'a'), dfs('a'), all_paths('a', 'f'), topological())
indegree = {n: sum(n in v for v in graph.values()) for n in graph}
print(indegree, [n for n, d in indegree.items() if d == 0], sum(map(len, graph.values())))
