import json
data = {'name': 'Bird "A"', 'tags': ['x', 'é', '\n'], 'n': [1, 2.5, -3e20, True, None], 'inner': {'empty': [], 'none': {}}, 1: 'int key', None: 0}
print(json.dumps(data))
print(json.dumps(data, indent=2, sort_keys=False, ensure_ascii=False))
print(json.dumps({'b': 1, 'a': [1, (2, 3)]}, sort_keys=True, separators=(',', ':')), json.dumps(float('nan')), json.dumps('🐦'))
back = json.loads('{"a": [1, 2.0, "x\\u00e9\\n", true, null], "b": {"c": -0.5e3}}')
print(back, type(back['a'][0]).__name__, type(back['a'][1]).__name__)
print(json.loads('[1.5, 2]', parse_float=str), json.loads('{"a": 1}', object_hook=lambda d: list(d.items())), json.loads(' 12345678901234567890 '))
class Point:
    def __init__(self, x, y): self.x, self.y = x, y
print(json.dumps([Point(1, 2)], default=lambda o: o.__dict__))
for bad in ['', '{', '[1,]', '{"a" 1}', "{'a': 1}", 'nul', '[1] x', '"abc', '{"a": 1,}']:
    try: json.loads(bad)
    except json.JSONDecodeError as error: print(repr(bad), error, error.pos, error.lineno, error.colno)
for bad in [{1, 2}, {(1, 2): 3}, object]:
    try: json.dumps(bad)
    except TypeError as error: print(error)
loop = []; loop.append(loop)
try: json.dumps(loop)
except ValueError as error: print(error)
