class JSONMixin:
    def to_json(self):
        import json
        return json.dumps(self.__dict__, sort_keys=True)

class ReprMixin:
    def __repr__(self):
        inside = ', '.join(f'{k}={v!r}' for k, v in vars(self).items())
        return f'{type(self).__name__}({inside})'

class CompareMixin:
    def __eq__(self, other):
        return self.key() == other.key()

    def __lt__(self, other):
        return self.key() < other.key()

class Person(JSONMixin, ReprMixin, CompareMixin):
    def __init__(self, name, age):
        self.name, self.age = name, age

    def key(self):
        return self.age

people = [Person('Ada', 36), Person('Bob', 25), Person('Cid', 30)]
print(sorted(people))
print(people[0].to_json(), people[0] == Person('X', 36), min(people))
try:
    hash(people[0])
except TypeError as error:
    print(error)
