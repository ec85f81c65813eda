import heapq
def customer(name, arrives, shop):
    yield arrives
    shop.queue.append(name)
    shop.log.append(f'{name} arrives')
    while shop.queue[0] != name: yield 1
    shop.log.append(f'{name} is served')
    yield shop.minutes[name]
    shop.queue.pop(0)
    shop.log.append(f'{name} leaves')
class Shop:
    def __init__(self, minutes): self.minutes, self.queue, self.log = minutes, [], []
    def run(self, customers):
        events = [(0, i, c) for i, c in enumerate(customers)]
        heapq.heapify(events)
        now = 0
        while events:
            now, i, c = heapq.heappop(events)
            try: heapq.heappush(events, (now + next(c), i, c))
            except StopIteration: pass
        return now
shop = Shop({'Ada': 3, 'Bob': 2})
print(shop.run([customer('Ada', 0, shop), customer('Bob', 1, shop)]))
print(*shop.log, sep='\n')
