class N:
    def __init__(self, v, next=None): self.v, self.next = v, next
    def get(self): return self
n = N(1, N(2, N(3)))
print(n.next.next.v, n.get().next.get().v, n.next.__class__.__name__, (n.next or n).v, getattr(n.next, 'v'))
n.next.next.v += 10
n.next.items = [1, {'k': (2, 3)}]
print(n.next.next.v, n.next.items[1]['k'][-1])
try:
    n.next.next.next.v
except AttributeError as error:
    print(error)
