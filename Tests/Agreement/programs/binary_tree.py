class Tree:
    def __init__(self, value=None):
        self.value, self.left, self.right = value, None, None

    def insert(self, value):
        if self.value is None:
            self.value = value
        elif value < self.value:
            if self.left: self.left.insert(value)
            else: self.left = Tree(value)
        elif value > self.value:
            if self.right: self.right.insert(value)
            else: self.right = Tree(value)
        return self

    def __iter__(self):
        if self.left: yield from self.left
        if self.value is not None: yield self.value
        if self.right: yield from self.right

    def depth(self):
        return 1 + max((t.depth() for t in (self.left, self.right) if t), default=0)

    def levels(self):
        queue = [(self, 0)]
        result = {}
        while queue:
            node, d = queue.pop(0)
            result.setdefault(d, []).append(node.value)
            queue += [(t, d + 1) for t in (node.left, node.right) if t]
        return result

t = Tree()
for v in [50, 30, 70, 20, 40, 60, 80, 30]: t.insert(v)
print(list(t), t.depth(), t.levels(), 60 in t, 65 in t, max(t), sum(t), len(list(t)))
