print((5).__add__(3), (5).__mul__(2), 'a'.__add__('b'), [1].__len__(), {'a': 1}.__getitem__('a'), (1, 2).__contains__(2), (5).__eq__(5), (5).__lt__(6))
print(int.__add__(1, 2), str.upper('abc'), list.append([], 1), dict.get({'a': 1}, 'a'), str.join('-', 'ab'), list(map(str.strip, [' a ', 'b '])))
print(sorted(['b', 'A'], key=str.lower), list(map(int.bit_length, [1, 255])), [*map(len, ['a', 'bb'])], max(['a', 'bbb'], key=len))
bound = [].append; bound2 = 'x,y'.split
print(bound(1), bound2(','), 'abc'.upper.__name__, [].append.__name__)
print(type('a').upper('x'), type([])('ab'), (1).__class__(5.7), 'a'.__class__ is str, isinstance('a'.upper, object))
methods = {'up': str.upper, 'rev': lambda s: s[::-1], 'title': str.title}
for name, f in methods.items(): print(name, f('some text'))
