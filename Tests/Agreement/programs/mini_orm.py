class Field:
    def __init__(self, kind, default=None): self.kind, self.default = kind, default
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, cls=None): return self if obj is None else obj.__dict__.get(self.name, self.default)
    def __set__(self, obj, value):
        if not isinstance(value, self.kind): raise TypeError(f'{self.name} must be {self.kind.__name__}, not {type(value).__name__}')
        obj.__dict__[self.name] = value
class ModelMeta(type):
    def __new__(mcls, name, bases, space):
        cls = super().__new__(mcls, name, bases, space)
        cls.fields = {k: v for b in reversed(cls.__mro__) for k, v in vars(b).items() if isinstance(v, Field)}
        return cls
class Model(metaclass=ModelMeta):
    rows = []
    def __init__(self, **values):
        for k, v in values.items():
            if k not in self.fields: raise AttributeError(f'{type(self).__name__} has no field {k}')
            setattr(self, k, v)
    def save(self):
        Model.rows.append(self)
        return self
    @classmethod
    def where(cls, **wanted): return [r for r in Model.rows if isinstance(r, cls) and all(getattr(r, k) == v for k, v in wanted.items())]
    def __repr__(self): return f"{type(self).__name__}({', '.join(f'{k}={getattr(self, k)!r}' for k in self.fields)})"
class Person(Model):
    name, age = Field(str), Field(int, 0)
class Student(Person):
    school = Field(str, 'none')
Person(name='Ada', age=36).save(); Student(name='Bob', school='MIT').save()
print(Person.where(), Student.where(name='Bob'), Person.where(age=36), list(Student.fields))
for bad in (lambda: Person(name=5), lambda: Person(colour='red')):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
