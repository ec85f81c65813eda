import re
def render(template, **values):
    def loop(m):
        name, items, body = m.group(1), m.group(2), m.group(3)
        return ''.join(render(body, **{**values, name: item}) for item in values[items])
    template = re.sub(r'\{% for (\w+) in (\w+) %\}(.*?)\{% end %\}', loop, template, flags=re.S)
    def value(m):
        name, _, filters = m.group(1).partition('|')
        result = values.get(name.strip(), f'<{name.strip()}?>')
        for f in filters.split('|') if filters else []:
            result = {'upper': str.upper, 'len': len, 'title': str.title}[f.strip()](result)
        return str(result)
    return re.sub(r'\{\{(.*?)\}\}', value, template)
print(render('Hello {{ name | title }}! {{missing}} {{ name|len }}', name='ada'))
print(render('<ul>{% for b in birds %}<li>{{b|upper}} {{owner}}</li>{% end %}</ul>', birds=['owl', 'jay'], owner='x'))
try:
    render('{{ a | nope }}', a='x')
except KeyError as error:
    print('no filter', error)
