class LinkedList:
    def __init__(self, *items):
        self.head = None
        for item in reversed(items): self.head = (item, self.head)
    def __iter__(self):
        node = self.head
        while node:
            value, node = node
            yield value
    def __repr__(self): return ' -> '.join(map(repr, self)) or 'empty'
    def reverse(self):
        result = LinkedList()
        for item in self: result.head = (item, result.head)
        return result
print(LinkedList(1, 'b', None), LinkedList(), LinkedList(1, 2, 3).reverse(), sum(LinkedList(1, 2)), 2 in LinkedList(1, 2))
class Heap:
    def __init__(self): self.a = []
    def push(self, x):
        a = self.a; a.append(x); i = len(a) - 1
        while i and a[(i - 1) // 2] > a[i]:
            p = (i - 1) // 2
            a[i], a[p] = a[p], a[i]; i = p
    def pop(self):
        a = self.a; a[0], a[-1] = a[-1], a[0]; x = a.pop(); i = 0
        while True:
            c = 2 * i + 1
            if c >= len(a): return x
            if c + 1 < len(a) and a[c + 1] < a[c]: c += 1
            if a[i] <= a[c]: return x
            a[i], a[c] = a[c], a[i]; i = c
h = Heap()
for x in [5, 2, 8, 1, 9, 3]: h.push(x)
print([h.pop() for _ in range(6)])
class LRU:
    def __init__(self, size): self.size, self.d = size, {}
    def get(self, k):
        if k not in self.d: return None
        v = self.d.pop(k); self.d[k] = v
        return v
    def put(self, k, v):
        self.d.pop(k, None); self.d[k] = v
        if len(self.d) > self.size: del self.d[next(iter(self.d))]
c = LRU(2); c.put('a', 1); c.put('b', 2); c.get('a'); c.put('c', 3)
print(list(c.d.items()), c.get('b'), c.get('a'))
