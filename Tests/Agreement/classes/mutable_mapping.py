from collections.abc import MutableMapping

class Lower(MutableMapping):
    def __init__(self, **items):
        self._data = {}
        self.update(items)

    def __getitem__(self, key):
        return self._data[key.lower()]

    def __setitem__(self, key, value):
        self._data[key.lower()] = value

    def __delitem__(self, key):
        del self._data[key.lower()]

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)

h = Lower(Accept='json', HOST='example.org')
print(h['ACCEPT'], 'host' in h, h.get('nothing', 'none'), dict(h))
h['Accept'] = 'html'
print(list(h.items()), h.pop('host'), len(h), h.setdefault('X', 1))
print(h == {'accept': 'html', 'x': 1}, sorted(h.keys()), list(h.values()))
try:
    h['missing']
except KeyError as error:
    print('KeyError', error)
