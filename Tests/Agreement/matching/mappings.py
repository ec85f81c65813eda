def area(shape):
    match shape:
        case {'type': 'circle', 'radius': r}:
            return round(3.14159 * r * r, 3)
        case {'type': 'rectangle', 'width': w, 'height': h}:
            return w * h
        case {'type': str(kind), **rest} if rest:
            return f'unknown {kind} with {sorted(rest)}'
        case {'type': kind}:
            return f'only a type: {kind}'
        case {}:
            return 'a dictionary'
        case _:
            return 'not a shape'

print(area({'type': 'circle', 'radius': 2}))
print(area({'type': 'rectangle', 'width': 3, 'height': 4, 'colour': 'red'}))
print(area({'type': 'triangle', 'base': 1, 'side': 2}))
print(area({'type': 'point'}))
print(area({'radius': 1}))
print(area([1]))
