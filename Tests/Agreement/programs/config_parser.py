text = '''
# server settings
[server]
host = localhost
port = 8080
debug = yes

[paths]
root = /var/www   ; comment
list = a, b ,c
empty =
bad line
'''
def convert(value):
    if value.lower() in ('yes', 'true', 'on'): return True
    if value.lower() in ('no', 'false', 'off'): return False
    for kind in (int, float):
        try: return kind(value)
        except ValueError: pass
    return [v.strip() for v in value.split(',')] if ',' in value else value
config, section, problems = {}, None, []
for number, line in enumerate(text.splitlines(), 1):
    line = line.split('#')[0].split(';')[0].strip()
    if not line: continue
    if line[0] == '[' and line[-1] == ']':
        section = config.setdefault(line[1:-1], {})
    elif '=' in line:
        key, value = map(str.strip, line.split('=', 1))
        section[key] = convert(value)
    else:
        problems.append((number, line))
print(config, problems)
flat = {f'{s}.{k}': v for s, items in config.items() for k, v in items.items()}
print(sorted(flat), type(flat['server.port']).__name__, flat['server.debug'] is True)
