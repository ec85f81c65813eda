class Node:
    def __init__(self, key, value):
        self.key, self.value = key, value
        self.left = self.right = None
class Tree:
    def __init__(self, items=()):
        self.root, self.size = None, 0
        for k, v in items: self[k] = v
    def __setitem__(self, key, value):
        if self.root is None:
            self.root = Node(key, value); self.size = 1
            return
        node = self.root
        while True:
            if key == node.key:
                node.value = value
                return
            side = 'left' if key < node.key else 'right'
            child = getattr(node, side)
            if child is None:
                setattr(node, side, Node(key, value))
                self.size += 1
                return
            node = child
    def __getitem__(self, key):
        node = self.root
        while node:
            if key == node.key: return node.value
            node = node.left if key < node.key else node.right
        raise KeyError(key)
    def __contains__(self, key):
        try: self[key]
        except KeyError: return False
        return True
    def __len__(self): return self.size
    def __iter__(self):
        def walk(node):
            if node:
                yield from walk(node.left)
                yield node.key, node.value
                yield from walk(node.right)
        return walk(self.root)
    def depth(self):
        go = lambda n: 0 if n is None else 1 + max(go(n.left), go(n.right))
        return go(self.root)
t = Tree(zip('hello world', range(100)))
print(len(t), list(t), t['w'], 'z' in t, 'h' in t, t.depth())
t['h'] = 'replaced'
print(t['h'], [k for k, _ in t], dict(t)['o'])
try: t['q']
except KeyError as error: print('KeyError', error)
