data = {'users': [{'name': 'Ada', 'langs': ['py', 'c']}, {'name': 'Bob', 'langs': []}], 'total': 2}
print(data['users'][0]['langs'][-1], [u['name'] for u in data['users']], sum(len(u['langs']) for u in data['users']), {u['name']: len(u['langs']) for u in data['users']})
data['users'][1]['langs'] += ['js', 'go']
data['users'].append({'name': 'Cid', 'langs': ['py']})
by_lang = {}
for u in data['users']:
    for l in u['langs']: by_lang.setdefault(l, []).append(u['name'])
print(by_lang, sorted(by_lang, key=lambda l: (-len(by_lang[l]), l)), data['users'][-1].get('age', 'unknown'))
