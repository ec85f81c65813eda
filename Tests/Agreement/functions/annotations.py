def f(a: int, b: 'str' = 'x', *c: float, d: list = None, **e: dict) -> tuple:
    local: int = 5
    undefined_here: str
    return a, b, c, d, e, local
print(f(1), f('not an int', 2, 3, d=4, g=5))
class Config:
    rate: float = 0.1
    name: str
    def __init__(self, epochs: int = 3) -> None:
        self.epochs: int = epochs
print(Config.rate, Config().epochs, hasattr(Config, 'name'))
x: list = [1]
x: dict = {}
print(x)
