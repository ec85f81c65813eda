tree = {'src': {'main.py': 120, 'util': {'io.py': 40, 'net.py': 60}}, 'README.md': 10, 'empty': {}}
def size(node): return sum(map(size, node.values())) if isinstance(node, dict) else node
def show(node, indent=0):
    for name, sub in sorted(node.items()):
        print('  ' * indent + f'{name}{"/" if isinstance(sub, dict) else ""} {size(sub)}')
        if isinstance(sub, dict): show(sub, indent + 1)
def walk(node, path=''):
    for name, sub in node.items():
        full = f'{path}/{name}'
        if isinstance(sub, dict): yield from walk(sub, full)
        else: yield full, sub
show(tree)
print(dict(walk(tree)), max(walk(tree), key=lambda p: p[1]), sum(n for f, n in walk(tree) if f.endswith('.py')))
