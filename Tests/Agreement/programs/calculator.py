class ParseError(Exception): pass
def tokenize(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace(): i += 1
        elif c.isdigit() or c == '.':
            start = i
            while i < len(text) and (text[i].isdigit() or text[i] == '.'): i += 1
            yield 'number', float(text[start:i])
        elif c.isalpha():
            start = i
            while i < len(text) and text[i].isalnum(): i += 1
            yield 'name', text[start:i]
        elif c in '+-*/()^=':
            i += 1
            yield c, c
        else: raise ParseError(f'unexpected {c!r} at {i}')
    yield 'end', None
class Calculator:
    levels = [{'+': lambda a, b: a + b, '-': lambda a, b: a - b}, {'*': lambda a, b: a * b, '/': lambda a, b: a / b}]
    def __init__(self): self.names = {'pi': 3.14159}
    def run(self, text):
        self.tokens = list(tokenize(text)); self.at = 0
        if self.tokens[0][0] == 'name' and self.tokens[1][0] == '=':
            name = self.tokens[0][1]; self.at = 2
            value = self.names[name] = self.binary(0)
        else: value = self.binary(0)
        if self.kind != 'end': raise ParseError(f'unexpected {self.kind}')
        return value
    @property
    def kind(self): return self.tokens[self.at][0]
    def take(self):
        self.at += 1
        return self.tokens[self.at - 1]
    def binary(self, level):
        if level == len(self.levels): return self.unary()
        value = self.binary(level + 1)
        while (operator := self.levels[level].get(self.kind)):
            self.take()
            value = operator(value, self.binary(level + 1))
        return value
    def unary(self):
        if self.kind == '-':
            self.take()
            return -self.unary()
        value = self.atom()
        if self.kind == '^':
            self.take()
            return value ** self.unary()
        return value
    def atom(self):
        kind, value = self.take()
        if kind == 'number': return value
        if kind == 'name':
            try: return self.names[value]
            except KeyError: raise ParseError(f'unknown name {value}') from None
        if kind == '(':
            value = self.binary(0)
            if self.take()[0] != ')': raise ParseError('missing )')
            return value
        raise ParseError(f'unexpected {kind}')
c = Calculator()
for line in ('1 + 2 * 3', '(1 + 2) * 3', '2 ^ 3 ^ 2', '-2 ^ 2', 'x = 10 / 4', 'x * 2', '1 / 0', '2 +', '(1', 'y', '3 $ 4', 'pi * 2 ^ 2', '1 2'):
    try: print(f'{line:12} = {c.run(line):g}')
    except (ParseError, ZeroDivisionError) as error: print(f'{line:12} ! {error}')
