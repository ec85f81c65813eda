import re
from collections import namedtuple

Token = namedtuple('Token', 'kind text')
SPEC = [('NUMBER', r'\d+(\.\d+)?'), ('NAME', r'[A-Za-z_]\w*'), ('OP', r'[-+*/=()]'), ('SKIP', r'\s+'), ('BAD', r'.')]
PATTERN = '|'.join(f'(?P<{name}>{pattern})' for name, pattern in SPEC)

def tokenize(text):
    for m in re.finditer(PATTERN, text):
        if m.lastgroup == 'SKIP':
            continue
        if m.lastgroup == 'BAD':
            raise SyntaxError(f'unexpected {m.group()!r} at {m.start()}')
        yield Token(m.lastgroup, m.group())

class Parser:
    def __init__(self, text, variables):
        self.tokens, self.i, self.variables = list(tokenize(text)), 0, variables

    def peek(self):
        return self.tokens[self.i].text if self.i < len(self.tokens) else None

    def take(self):
        self.i += 1
        return self.tokens[self.i - 1]

    def statement(self):
        if len(self.tokens) > 1 and self.tokens[1].text == '=':
            name = self.take().text
            self.take()
            self.variables[name] = self.expression()
            return self.variables[name]
        return self.expression()

    def expression(self):
        value = self.term()
        while self.peek() in ('+', '-'):
            value = value + self.term() if self.take().text == '+' else value - self.term()
        return value

    def term(self):
        value = self.factor()
        while self.peek() in ('*', '/'):
            value = value * self.factor() if self.take().text == '*' else value / self.factor()
        return value

    def factor(self):
        token = self.take()
        if token.kind == 'NUMBER':
            return float(token.text) if '.' in token.text else int(token.text)
        if token.kind == 'NAME':
            return self.variables[token.text]
        if token.text == '-':
            return -self.factor()
        if token.text == '(':
            value = self.expression()
            self.take()
            return value
        raise SyntaxError(f'unexpected {token.text!r}')

variables = {}
for line in ['1 + 2 * 3', 'x = (1 + 2) * 3', 'y = x / 2', '-x + y * 2.5', 'x ? 1', 'zz + 1', '3 / (2 - 2)', '* 2', '2 *']:
    try:
        print(line, '=', Parser(line, variables).statement())
    except Exception as error:
        print(line, '->', type(error).__name__, error)
print(list(tokenize('a=1'))[0], variables)
