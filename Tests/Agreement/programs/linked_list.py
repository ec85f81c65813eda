class Node:
    __slots__ = ('value', 'next')
    def __init__(self, value, next=None):
        self.value, self.next = value, next

class LinkedList:
    def __init__(self, items=()):
        self.head, self._length = None, 0
        for item in reversed(list(items)):
            self.push(item)

    def push(self, value):
        self.head = Node(value, self.head)
        self._length += 1

    def pop(self):
        if self.head is None:
            raise IndexError('pop from empty list')
        value, self.head = self.head.value, self.head.next
        self._length -= 1
        return value

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def __len__(self): return self._length
    def __bool__(self): return self.head is not None
    def __repr__(self): return ' -> '.join(map(repr, self)) or 'empty'

    def reverse(self):
        previous, node = None, self.head
        while node:
            node.next, previous, node = previous, node, node.next
        self.head = previous
        return self

    def __contains__(self, value): return any(v == value for v in self)

l = LinkedList([1, 2, 3])
l.push(0)
print(l, len(l), 2 in l, 9 in l, l.reverse(), list(l), bool(l), sum(l))
while l: print(l.pop(), end=' ')
print(l)
try:
    l.pop()
except IndexError as error:
    print(error)
