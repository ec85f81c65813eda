import json
data = {'name': 'Ada', 'n': 1, 'f': 1.5, 'yes': True, 'nothing': None, 'list': [1, [2]], 'nested': {'k': 'v'}, 'é': '"quoted"\n'}
print(json.dumps(data), json.dumps(data, ensure_ascii=False, sort_keys=True))
print(json.dumps([1, {'a': [], 'b': {}}], indent=2))
print(json.loads('{"a": [1, 2.0, true, null, "\\u00e9"]}'), json.loads('  5 '), json.loads('"x"'), json.loads('[]'), json.dumps((1, 2)), json.dumps({1: 'a', None: 2, True: 3}), json.dumps(float('inf')), json.dumps('a/b<>\x00'))
print(json.dumps({'b': 1, 'a': 2}, separators=(',', ':')), json.dumps([1.0, 1e100, 0.1, -0.0]), json.loads('1e5'), json.loads('-0'), json.loads('12345678901234567890'), json.loads('{"a":1,"a":2}'))
class Point:
    def __init__(self, x, y): self.x, self.y = x, y
print(json.dumps(Point(1, 2), default=lambda o: o.__dict__), json.dumps({'s': {1}}, default=list), json.loads('{"x": 1}', object_hook=lambda d: Point(**d, y=0)).x, json.loads('[1.5]', parse_float=str))
for bad in ('{', '[1,]', '{"a" 1}', "{'a': 1}", 'nope', '', '[1 2]', '"abc', '{"a": }', '01', '[1]x', '"\\x"', '\t'):
    try:
        json.loads(bad)
    except json.JSONDecodeError as error:
        print(repr(bad), error, error.pos)
try:
    json.dumps({1, 2})
except TypeError as error:
    print(error)
try:
    json.dumps({(1, 2): 3})
except TypeError as error:
    print(error)
class Encoder(json.JSONEncoder):
    def default(self, o): return {'complex': True} if isinstance(o, Point) else super().default(o)
print(json.dumps([Point(1, 2)], cls=Encoder))
