class Counter:
    def __init__(self, step):
        self.step = step
        self.value = 0
    def advance(self, times):
        self.value += self.step * times
        return self.value
    def current(self):
        return self.value
def run(n):
    counter = Counter(3)
    total = 0
    for i in range(n):
        counter.advance(2)
        total += counter.current()
    return total
print(run(300_000))
