import heapq, bisect
h = []
for n in [5, 1, 8, 3, 2]: heapq.heappush(h, n)
print(h, heapq.heappop(h), h, h[0], heapq.heappushpop(h, 0), heapq.heapreplace(h, 9), h)
data = [9, 4, 7, 1, 8]
heapq.heapify(data)
print(data, [heapq.heappop(data) for _ in range(len(data))], heapq.nlargest(2, [3, 9, 5]), heapq.nsmallest(2, ['ccc', 'a', 'bb'], key=len), list(heapq.merge([1, 4], [2, 3], [0])))
tasks = []
for priority, name in [(3, 'c'), (1, 'a'), (2, 'b'), (1, 'z')]: heapq.heappush(tasks, (priority, name))
print([heapq.heappop(tasks)[1] for _ in range(4)])
a = [1, 3, 3, 5]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 3), bisect.bisect(a, 0), bisect.bisect(a, 9))
bisect.insort(a, 4); bisect.insort_left(a, 3)
print(a, bisect.bisect_left(['a', 'bb', 'ccc'], 2, key=len))
def grade(score): return 'FDCBA'[bisect.bisect([60, 70, 80, 90], score)]
print([grade(s) for s in (33, 60, 77, 89, 90, 100)])
try:
    heapq.heappop([])
except IndexError as error:
    print(error)
def dijkstra(graph, start):
    distances, queue = {start: 0}, [(0, start)]
    while queue:
        d, node = heapq.heappop(queue)
        if d > distances[node]: continue
        for other, weight in graph[node].items():
            if d + weight < distances.get(other, float('inf')):
                distances[other] = d + weight
                heapq.heappush(queue, (d + weight, other))
    return distances
print(dijkstra({'A': {'B': 1, 'C': 4}, 'B': {'C': 2, 'D': 5}, 'C': {'D': 1}, 'D': {}}, 'A'))
