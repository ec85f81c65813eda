import json
def summary(value):
    match value:
        case {'error': {'code': int(code), 'message': str(text)}}:
            return f'error {code}: {text}'
        case {'items': [first, *rest], 'total': total}:
            return f'{total} items, first {first!r}, {len(rest)} more here'
        case {'items': []}:
            return 'no items'
        case [*values] if all(isinstance(v, (int, float)) for v in values):
            return f'{len(values)} numbers, sum {sum(values)}'
        case bool(flag):
            return f'flag {flag}'
        case int() | float():
            return 'a number'
        case str():
            return 'text'
        case None:
            return 'null'
        case _:
            return 'something else'
for text in ['{"error": {"code": 404, "message": "gone"}}', '{"items": ["a", "b"], "total": 9}', '{"items": []}', '[1, 2.5]', '[]', '["a"]', 'true', '3', '"x"', 'null', '{}']:
    print(text, '=>', summary(json.loads(text)))
