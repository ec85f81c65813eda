for sep in (',', ', ', '', '--'):
    parts = ['a', '', 'b c', 'd']
    joined = sep.join(parts)
    print(repr(joined), joined.split(sep) == parts if sep else 'no empty separator', len(joined))
print(' '.join(map(str, [1, None, 2.5])), ''.join(c for c in 'a-b' if c != '-'), '\n'.join(f'{i}' for i in range(2)), ','.join({'k': 1}), '/'.join('abc'), 'x'.join([]), 'x'.join(['one']))
