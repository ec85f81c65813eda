import heapq, itertools
class Scheduler:
    def __init__(self):
        self.queue, self.order, self.time = [], itertools.count(), 0
    def at(self, delay, action, *args, priority=0):
        heapq.heappush(self.queue, (self.time + delay, priority, next(self.order), action, args))
    def run(self):
        log = []
        while self.queue:
            self.time, _, _, action, args = heapq.heappop(self.queue)
            log.append((self.time, action(*args)))
        return log
s = Scheduler()
def ping(n):
    if n: s.at(2, ping, n - 1)
    return f'ping {n}'
s.at(5, lambda: 'late')
s.at(1, ping, 2)
s.at(1, lambda: 'urgent', priority=-1)
for entry in s.run(): print(*entry)
