import json
for v in [None, True, 1, -1.5, 'a"b', [], [1, [2]], {}, {'a': {'b': [1, None]}}, 'é\n\t\\/', 1e100, '🐦', {'1': 1}, [True, False]]:
    text = json.dumps(v)
    print(text, json.loads(text) == v)
print(json.dumps({'b': [1, 2], 'a': {'x': None}}, indent=2, sort_keys=True), json.dumps([1, 2], indent=None, separators=(',', ':')), json.dumps('é', ensure_ascii=False), json.dumps({2: 'two'}), sep='\n')
