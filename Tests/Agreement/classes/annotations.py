class Model:
    name: str
    size: int = 3
    tags: list[str]

    def f(self, a: int, b: 'Model' = None, *args: str, key: float = 1.0, **rest: dict) -> bool:
        total: int = 0
        return total == 0

print(Model.__annotations__, hasattr(Model, 'name'), Model.size)
print(Model.f.__annotations__)
x: int = 5
y: 'later'
print(__annotations__, x)
def g(a: 1 + 1, b: print) -> None: ...
print(g.__annotations__['a'], g.__annotations__['return'])
class Sub(Model):
    extra: bytes
print(Sub.__annotations__)
