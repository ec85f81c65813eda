from dataclasses import dataclass

@dataclass
class Num:
    value: float

@dataclass
class Bin:
    op: str
    left: object
    right: object

def evaluate(node):
    match node:
        case Num(value):
            return value
        case Bin('+', a, b):
            return evaluate(a) + evaluate(b)
        case Bin('*', Num(0), _) | Bin('*', _, Num(0)):
            return 0
        case Bin('*', a, b):
            return evaluate(a) * evaluate(b)
        case Bin(op=op):
            raise NotImplementedError(op)

def show(node):
    match node:
        case Num(v): return str(v)
        case Bin(op, a, b): return f'({show(a)} {op} {show(b)})'

tree = Bin('+', Num(1), Bin('*', Num(2), Num(3.5)))
print(show(tree), '=', evaluate(tree))
print(evaluate(Bin('*', Num(0), Bin('?', None, None))))
evaluate(Bin('-', Num(1), Num(2)))
