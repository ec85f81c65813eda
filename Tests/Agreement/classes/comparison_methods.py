from functools import total_ordering

@total_ordering
class Money:
    def __init__(self, amount, currency='EUR'):
        self.amount, self.currency = amount, currency

    def __eq__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        return (self.amount, self.currency) == (other.amount, other.currency)

    def __lt__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        if self.currency != other.currency:
            raise ValueError('cannot compare currencies')
        return self.amount < other.amount

    def __hash__(self):
        return hash((self.amount, self.currency))

    def __repr__(self):
        return f'{self.amount} {self.currency}'

a, b = Money(5), Money(10)
print(a < b, a > b, a <= Money(5), a >= b, a == 5, a != b)
print(sorted([b, a, Money(7)]), {a: 'five'}[Money(5)], a in [Money(5)])
try:
    a < 3
except TypeError as error:
    print(error)
try:
    a < Money(1, 'USD')
except ValueError as error:
    print(error)
