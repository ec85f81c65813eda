people = [{'name': 'Ann', 'age': 30, 'tags': ['a', 'b']}, {'name': 'Bob', 'age': 25, 'tags': []}, {'name': 'Cid', 'age': 35, 'tags': ['b']}]
print([p['name'] for p in people if p['age'] > 26], sorted(people, key=lambda p: p['age'])[0]['name'])
by_tag = {}
for p in people:
    for tag in p['tags']: by_tag.setdefault(tag, set()).add(p['name'])
print({k: sorted(v) for k, v in sorted(by_tag.items())})
print(sum(p['age'] for p in people) / len(people), max(people, key=lambda p: len(p['tags']))['name'], {p['name']: len(p['tags']) for p in people})
people[0]['address'] = {'city': 'X', 'lines': ['1', '2']}
people[0]['address']['lines'][-1] += '!'
print(people[0])
def get(data, *path, default=None):
    for key in path:
        try: data = data[key]
        except (KeyError, IndexError, TypeError): return default
    return data
print(get(people, 0, 'address', 'city'), get(people, 1, 'address', 'city', default='none'), get(people, 9), get(people, 0, 'name', 'x'))
matrix = [[i * 3 + j for j in range(3)] for i in range(3)]
print(matrix, [r[::-1] for r in matrix], [[r[i] for r in matrix] for i in range(3)], [matrix[i][i] for i in range(3)])
flat = [x for row in matrix for x in row if x % 2]; print(flat, {i: [j for j in range(i)] for i in range(3)})
tree = {'value': 1, 'children': [{'value': 2, 'children': []}, {'value': 3, 'children': [{'value': 4, 'children': []}]}]}
def total(node): return node['value'] + sum(map(total, node['children']))
def depth(node): return 1 + max([depth(c) for c in node['children']], default=0)
print(total(tree), depth(tree))
